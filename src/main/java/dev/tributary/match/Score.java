package dev.tributary.match;

import java.util.List;

/**
 * What the probability that two people are one may decide.
 *
 * @param decides whether it may say MATCH at all
 * @param automatic whether its MATCH may be carried out without asking a person, where that is a question
 * @param match from this probability on it says MATCH
 * @param review from this probability on it says POSSIBLE_MATCH; above 1 never
 * @param unless it does not say MATCH where all conditions of any of these groups hold
 * @param weights how much each agreement tells
 */
public record Score(
        boolean decides,
        boolean automatic,
        double match,
        double review,
        List<List<Condition>> unless,
        Weights weights) {

    private static final int NEVER = 2;

    /** Decides nothing, and puts nothing before a person. */
    public static final Score SILENT = new Score(false, false, NEVER, NEVER, List.of(), Weights.NONE);

    public Score {
        unless = unless.stream().map(List::copyOf).toList();
    }

    /** The same, deciding where that is automatic and nowhere else. */
    Score automaticOnly() {
        return new Score(decides && automatic, automatic, match, NEVER, unless, weights);
    }

    /** Whether an exception forbids the score to say MATCH. */
    public boolean isExcepted(Agreements found) {
        return MatchRule.isExcepted(unless, found);
    }

    /**
     * Whether the two cannot well be one: an exception holds that asks for something to be DIFFERENT, and does not only miss what is
     * blank.
     */
    public boolean isContradicted(Agreements found) {
        return MatchRule.isExcepted(contradictions(unless), found);
    }

    private static List<List<Condition>> contradictions(List<List<Condition>> unless) {
        return unless.stream()
                .filter(group -> group.stream().anyMatch(it -> it.levels() == 1 << Agreement.DIFFERENT.ordinal()))
                .toList();
    }
}
