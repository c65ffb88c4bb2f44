package dev.tributary.identity;

import dev.tributary.match.Agreements;
import dev.tributary.match.MatchRules;
import dev.tributary.match.Profile;
import dev.tributary.match.Scorer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How likely each contact of a case is the participant, by the score of the file: it puts the cases in order, and decides those that
 * the file lets it decide. Thread-safe.
 */
final class Likelihood {

    /** Where an identifier is proved and only leaves open whose it is. */
    private static final Set<Reason> DECIDABLE = EnumSet.of(
            Reason.AMBIGUOUS_IDENTIFIER, Reason.SHARED_IDENTIFIER, Reason.SIMILAR_IDENTIFIER, Reason.POSSIBLE_MATCH);

    private static final Profile NOBODY = Profile.builder(null).build();

    private final MatchRules rules;
    private final Scorer scorer;

    Likelihood(MatchRules rules) {
        this.rules = rules;
        this.scorer = new Scorer(rules.score().weights(), 0);
    }

    /**
     * Of the likeliest contact, from 0 to 1; 0 where there is none. The participant is one of them at most, so that three who fit
     * equally well have a third each. What somebody only says of themselves counts, too.
     */
    double highest(Collection<Compared> candidates) {
        double[] odds = candidates.stream()
                .mapToDouble(it -> Math.pow(2, scorer.bits(it.said(), NOBODY, NOBODY)))
                .toArray();
        return Arrays.stream(odds).max().orElse(0) / (1 + Arrays.stream(odds).sum());
    }

    /**
     * The contact that the score decides for, on what is proved: likely enough by itself, and no other is worth a look, but for those
     * that an exception excludes.
     *
     * @param candidates those that the participant may be, by id
     */
    Optional<Compared> decided(Reason reason, Map<Long, Compared> candidates) {
        if (!rules.score().decides() || !DECIDABLE.contains(reason)) {
            return Optional.empty();
        }
        List<Compared> likeliest = candidates.values().stream()
                .filter(it -> !rules.score().isExcepted(it.proved()))
                .sorted(Comparator.comparingDouble((Compared it) -> probability(it.proved()))
                        .reversed()
                        .thenComparing(Compared::contact))
                .limit(2)
                .toList();
        boolean isClear = likeliest.size() < 2
                || probability(likeliest.get(1).proved()) < rules.score().review();
        return likeliest.stream()
                .findFirst()
                .filter(it -> isClear
                        && it.complete()
                        && probability(it.proved()) >= rules.score().match());
    }

    private double probability(Agreements found) {
        return scorer.probability(found, NOBODY, NOBODY);
    }
}
