package dev.tributary.resolve;

import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Comparison;
import dev.tributary.match.Field;
import dev.tributary.match.IdPair;
import dev.tributary.match.Judgement;
import dev.tributary.match.MatchOutcome;
import dev.tributary.match.MatchRules;
import dev.tributary.match.Scorer;
import dev.tributary.match.Vocabulary;
import dev.tributary.match.Weights;
import dev.tributary.resolve.Resolution.Figures;
import dev.tributary.resolve.Resolution.Member;
import dev.tributary.resolve.Resolution.Proposal;
import dev.tributary.resolve.Resolution.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which people of a list are one. The order of the list makes no difference. Not thread-safe; works on all processors.
 */
public final class Resolver {

    /** The rule's name where the list {@code always} decided. */
    public static final String ALWAYS = "always-match";

    /** Clusters of more people are for a person to decide. */
    public static final int LARGEST = 10;

    private static final int BY_SCORE = -1;
    private static final int BY_LIST = -2;
    private static final int PARTS = 256;

    /** Entries of blocks, whose order tells nothing: enough to learn four probabilities a field. */
    private static final int PAIRS_TO_LEARN_FROM = 500_000;

    private final MatchRules rules;
    private final Person[] people;
    private final Scorer scorer;
    private final Map<String, Integer> places = new HashMap<>();

    private Resolver(MatchRules rules, Person[] people, Scorer scorer) {
        this.rules = rules;
        this.people = people;
        this.scorer = scorer;
    }

    /**
     * Resolves a list.
     *
     * @param people each id once; made of the vocabulary, which counts them here
     * @param rules those for duplicates
     */
    public static Resolution resolve(Collection<Person> people, Vocabulary vocabulary, MatchRules rules) {
        return resolve(people, vocabulary, rules, false);
    }

    /**
     * Resolves a list.
     *
     * @param people each id once; made of the vocabulary, which counts them here
     * @param rules those for duplicates
     * @param train whether to learn from the list itself how often the records of one person agree, in place of what the file says
     */
    public static Resolution resolve(
            Collection<Person> people, Vocabulary vocabulary, MatchRules rules, boolean train) {
        Person[] sorted = people.toArray(Person[]::new);
        Arrays.parallelSort(sorted, Comparator.comparing(Person::id));
        Arrays.stream(sorted).forEach(it -> vocabulary.count(it.profile()));
        Blocks blocks = Blocks.of(Arrays.asList(sorted));
        Weights counted = Frequencies.counted(rules.score().weights(), Arrays.asList(sorted));
        Weights weights = train ? trained(sorted, blocks, counted) : counted;
        return new Resolver(rules, sorted, new Scorer(weights, vocabulary.people())).resolve(blocks, weights);
    }

    private static Weights trained(Person[] people, Blocks blocks, Weights weights) {
        Training training = new Training();
        int part = Math.max(1, Math.min(blocks.size(), PAIRS_TO_LEARN_FROM));
        blocks.pairs(
                0,
                part,
                (one, other, kind) ->
                        training.add(kind, Comparison.of(people[one].profile(), people[other].profile())));
        return training.learned(weights);
    }

    private Resolution resolve(Blocks blocks, Weights weights) {
        LongAdder compared = new LongAdder();
        Edges matches = new Edges();
        Edges possible = new Edges();
        listed(matches);
        IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> compared(blocks, part, compared))
                .toList()
                .forEach(part -> {
                    matches.addAll(part[0]);
                    possible.addAll(part[1]);
                });
        Figures figures = new Figures(people.length, compared.sum(), 0, 0, blocks.leftOut());
        return clustered(matches, possible, figures, weights);
    }

    /** The pairs of the list {@code always}. */
    private void listed(Edges matches) {
        if (rules.always().isEmpty() && rules.never().isEmpty()) {
            return;
        }
        for (int i = 0; i < people.length; i++) {
            places.put(people[i].id(), i);
        }
        for (IdPair pair : rules.always()) {
            Integer one = places.get(pair.one());
            Integer other = places.get(pair.other());
            if (one != null && other != null && !one.equals(other)) {
                matches.add(one, other, 1, BY_LIST);
            }
        }
    }

    private Edges[] compared(Blocks blocks, int part, LongAdder compared) {
        Edges[] found = {new Edges(), new Edges()};
        long size = blocks.size();
        long[] count = {0};
        blocks.pairs((int) (size * part / PARTS), (int) (size * (part + 1) / PARTS), (one, other, kind) -> {
            count[0]++;
            compare(one, other, found);
        });
        compared.add(count[0]);
        return found;
    }

    private void compare(int one, int other, Edges[] found) {
        Agreements agreements = agreements(one, other);
        double probability = scorer.probability(agreements, people[one].profile(), people[other].profile());
        Judgement judgement = rules.judge(agreements, probability);
        if (judgement.outcome() != MatchOutcome.NON_MATCH) {
            found[judgement.outcome() == MatchOutcome.MATCH ? 0 : 1].add(
                    one, other, probability, verdict(judgement.rule()));
        }
    }

    private Agreements agreements(int one, int other) {
        return Comparison.of(people[one].profile(), people[other].profile());
    }

    private int verdict(@Nullable String rule) {
        for (int i = 0; i < rules.rules().size(); i++) {
            if (rules.rules().get(i).name().equals(rule)) {
                return i;
            }
        }
        return BY_SCORE;
    }

    private String rule(int verdict) {
        return switch (verdict) {
            case BY_SCORE -> Judgement.BY_SCORE;
            case BY_LIST -> ALWAYS;
            default -> rules.rules().get(verdict).name();
        };
    }

    private Resolution clustered(Edges matches, Edges possible, Figures figures, Weights weights) {
        Clusters clusters = new Clusters(people.length, LARGEST);
        Grounds grounds = new Grounds();
        List<Proposal> proposals = new ArrayList<>();
        int[] strongest = new int[people.length];
        Arrays.fill(strongest, -1);
        for (int edge : matches.strongestFirst()) {
            grounds.isAsserted = matches.verdict(edge) == BY_LIST;
            grounds.refusal = Refusal.TOO_MANY;
            int one = matches.one(edge);
            int other = matches.other(edge);
            if (!clusters.join(one, other, grounds)) {
                if (!isNever(one, other)) {
                    proposals.add(proposal(matches, edge, grounds.refusal));
                }
                continue;
            }
            strongest[one] = strongest[one] < 0 ? edge : strongest[one];
            strongest[other] = strongest[other] < 0 ? edge : strongest[other];
        }
        for (int edge = 0; edge < possible.count(); edge++) {
            if (clusters.root(possible.one(edge)) != clusters.root(possible.other(edge))
                    && !isNever(possible.one(edge), possible.other(edge))) {
                proposals.add(proposal(possible, edge, null));
            }
        }
        proposals.sort(Comparator.comparingDouble(Proposal::confidence)
                .reversed()
                .thenComparing(it -> it.one().id())
                .thenComparing(it -> it.other().id()));
        return new Resolution(members(clusters, matches, strongest), proposals, counted(clusters, figures), weights);
    }

    private Proposal proposal(Edges edges, int edge, @Nullable Refusal refusal) {
        int one = edges.one(edge);
        int other = edges.other(edge);
        return new Proposal(
                people[one],
                people[other],
                edges.probability(edge),
                rule(edges.verdict(edge)),
                refusal,
                agreements(one, other));
    }

    private List<Member> members(Clusters clusters, Edges matches, int[] strongest) {
        int[] numbers = new int[people.length];
        int last = 0;
        List<Member> members = new ArrayList<>(people.length);
        for (int i = 0; i < people.length; i++) {
            int root = clusters.root(i);
            if (numbers[root] == 0) {
                numbers[root] = ++last;
            }
            int edge = strongest[i];
            members.add(new Member(
                    people[i],
                    numbers[root],
                    edge < 0 ? null : matches.probability(edge),
                    edge < 0 ? null : rule(matches.verdict(edge))));
        }
        return members;
    }

    private Figures counted(Clusters clusters, Figures figures) {
        int several = 0;
        int duplicates = 0;
        for (int i = 0; i < people.length; i++) {
            if (clusters.root(i) == i && clusters.size(i) > 1) {
                several++;
                duplicates += clusters.size(i) - 1;
            }
        }
        return new Figures(figures.people(), figures.compared(), several, duplicates, figures.blocksLeftOut());
    }

    private boolean isNever(int one, int other) {
        return !rules.never().isEmpty() && isListedNever(people[one].id(), people[other].id());
    }

    private boolean isListedNever(String one, String other) {
        return rules.never().contains(new IdPair(one, other)) || rules.never().contains(new IdPair(other, one));
    }

    /** Whether what is known of all members of two groups lets them be one. */
    private final class Grounds implements Clusters.Consent {

        private boolean isAsserted;
        private Refusal refusal = Refusal.TOO_MANY;

        @Override
        public boolean mayJoin(int[] members, int[] others) {
            double evidence = 0;
            int contradictions = 0;
            boolean isOfTwoAges = false;
            for (int one : members) {
                for (int other : others) {
                    if (isNever(one, other)) {
                        refusal = Refusal.CONTRADICTION;
                        return false;
                    }
                    if (!isAsserted && members.length * others.length > 1) {
                        Agreements found = agreements(one, other);
                        contradictions += rules.score().isContradicted(found) ? 1 : 0;
                        isOfTwoAges |= found.in(Field.BIRTH) == Agreement.DIFFERENT
                                && !found.in(Field.NUMBER).isAlike();
                        evidence += scorer.bits(found, people[one].profile(), people[other].profile());
                    }
                }
            }
            boolean isContradicted =
                    isOfTwoAges || contradictions > 0 && 2 * contradictions >= members.length * others.length;
            refusal = isContradicted ? Refusal.CONTRADICTION : Refusal.WEAK_BRIDGE;
            return !isContradicted && evidence >= 0;
        }
    }
}
