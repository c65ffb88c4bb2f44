package dev.tributary.duplicate;

import dev.tributary.definition.Definitions;
import dev.tributary.duplicate.CrmPeople.Book;
import dev.tributary.duplicate.DuplicateStore.Pair;
import dev.tributary.match.Agreements;
import dev.tributary.match.Comparison;
import dev.tributary.match.MatchOutcome;
import dev.tributary.match.MatchRules;
import dev.tributary.resolve.Resolution;
import dev.tributary.resolve.Resolution.Member;
import dev.tributary.resolve.Resolution.Proposal;
import dev.tributary.resolve.Resolver;
import dev.tributary.review.By;
import dev.tributary.review.InferredMerges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The CRM's contacts against each other, by the section {@code duplicates} of the match rules. What is found is proposed in
 * {@code contact_duplicate}; the rows of the contacts change only where a merge is asked for.
 */
@Component
public class ContactDuplicates {

    private static final int LONGEST_AGREEMENT = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * What came of it.
     *
     * @param held why nothing was merged; null where it was, or was not asked for
     * @param contacts that stand for themselves
     * @param compared pairs
     * @param clusters of two and more contacts that are MATCH
     * @param merged contacts that were merged into another; 0 where that was not asked for
     * @param duplicates what is left to a person, the most likely first
     */
    public record Result(
            @Nullable String held,
            int contacts,
            long compared,
            int clusters,
            long merged,
            List<Duplicate> duplicates) {}

    private final Definitions definitions;
    private final CrmPeople crm;
    private final DuplicateStore store;
    private final InferredMerges merges;

    ContactDuplicates(Definitions definitions, CrmPeople crm, DuplicateStore store, InferredMerges merges) {
        this.definitions = definitions;
        this.crm = crm;
        this.store = store;
        this.merges = merges;
    }

    /** Finds duplicates and proposes them. */
    public Result propose() {
        return proposed(0, null);
    }

    /**
     * InferredMerges those whom a rule marked {@code automatic} takes for one, each group into the contact that is the oldest here, and
     * proposes the others. Where more would be merged at once than is allowed, nothing is.
     *
     * @param most so many contacts may be merged at once
     * @throws dev.tributary.review.RunUnderWay where a run is at work; then nothing was merged
     */
    public Result merge(int most, By by) {
        Book book = crm.read();
        Resolution sure = resolve(book, rules().automaticOnly());
        List<InferredMerges.Proposal> proposals = new ArrayList<>();
        for (List<Member> cluster : clusters(sure)) {
            Member survivor = survivor(cluster, book);
            for (Member member : cluster) {
                if (member != survivor) {
                    proposals.add(new InferredMerges.Proposal(
                            number(book, member),
                            number(book, survivor),
                            Objects.requireNonNull(member.rule()),
                            evidence(member)));
                }
            }
        }
        if (proposals.size() > most) {
            return proposed(
                    0, proposals.size() + " contacts would be merged at once, and no more than " + most + " may be");
        }
        return proposed(merges.infer(proposals, by).merged(), null);
    }

    private Result proposed(long merged, @Nullable String held) {
        Book book = crm.read();
        Resolution found = resolve(book, rules());
        Map<Pair, Duplicate> duplicates = new HashMap<>();
        for (List<Member> cluster : clusters(found)) {
            Member survivor = survivor(cluster, book);
            for (Member member : cluster) {
                if (member != survivor) {
                    put(duplicates, book, matched(survivor, member));
                }
            }
        }
        found.proposals().forEach(it -> put(duplicates, book, possible(it, book)));
        store.replace(duplicates);
        List<Duplicate> all = duplicates.values().stream()
                .sorted(Comparator.comparingDouble(Duplicate::confidence)
                        .reversed()
                        .thenComparing(Duplicate::first)
                        .thenComparing(Duplicate::second))
                .toList();
        return new Result(
                held,
                found.figures().people(),
                found.figures().compared(),
                found.figures().clusters(),
                merged,
                all);
    }

    private MatchRules rules() {
        return definitions.rules().duplicates();
    }

    private Resolution resolve(Book book, MatchRules rules) {
        return Resolver.resolve(book.people(), book.vocabulary(), rules.andNever(crm.never()));
    }

    private static Collection<List<Member>> clusters(Resolution resolution) {
        Map<Integer, List<Member>> clusters = new TreeMap<>();
        resolution
                .members()
                .forEach(it -> clusters.computeIfAbsent(it.cluster(), number -> new ArrayList<>())
                        .add(it));
        clusters.values().removeIf(members -> members.size() < 2);
        return clusters.values();
    }

    /** The one that came into these tables first. */
    private static Member survivor(List<Member> cluster, Book book) {
        return cluster.stream()
                .min(Comparator.comparingLong(it -> number(book, it)))
                .orElseThrow();
    }

    private static long number(Book book, Member member) {
        return number(book, member.person().id());
    }

    private static long number(Book book, String contact) {
        return Objects.requireNonNull(book.numbers().get(contact));
    }

    private static void put(Map<Pair, Duplicate> duplicates, Book book, Duplicate it) {
        duplicates.put(Pair.of(number(book, it.first()), number(book, it.second())), it);
    }

    private static Duplicate matched(Member survivor, Member member) {
        return new Duplicate(
                survivor.person().id(),
                member.person().id(),
                MatchOutcome.MATCH,
                Objects.requireNonNull(member.rule()),
                Objects.requireNonNull(member.confidence()),
                null,
                words(Comparison.of(survivor.person().profile(), member.person().profile())));
    }

    private static Duplicate possible(Proposal it, Book book) {
        boolean isFirst = number(book, it.one().id()) < number(book, it.other().id());
        return new Duplicate(
                (isFirst ? it.one() : it.other()).id(),
                (isFirst ? it.other() : it.one()).id(),
                it.refused() == null ? MatchOutcome.POSSIBLE_MATCH : MatchOutcome.MATCH,
                it.rule(),
                it.confidence(),
                it.refused() == null ? null : it.refused().name(),
                words(it.agreements()));
    }

    /** What {@code contact_merge.evidence} holds of a merge. */
    private static String evidence(Member member) {
        return JSON.writeValueAsString(List.of(
                Map.of("rule", String.valueOf(member.rule()), "confidence", String.valueOf(member.confidence()))));
    }

    /** Such as {@code email same, given close}. */
    private static String words(Agreements agreements) {
        String words = agreements.known().entrySet().stream()
                .map(it -> it.getKey().word() + " " + it.getValue().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return words.length() <= LONGEST_AGREEMENT ? words : words.substring(0, LONGEST_AGREEMENT);
    }
}
