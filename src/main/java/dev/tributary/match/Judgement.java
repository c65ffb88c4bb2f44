package dev.tributary.match;

import org.jspecify.annotations.Nullable;

/**
 * What the rules and the score say of two people.
 *
 * @param rule the name of the rule that decided, or {@code score}; null for NON_MATCH
 * @param automatic whether it may be carried out without asking a person
 */
public record Judgement(MatchOutcome outcome, @Nullable String rule, boolean automatic) {

    /** The rule's name where the score decided. */
    public static final String BY_SCORE = "score";

    public static final Judgement NON_MATCH = new Judgement(MatchOutcome.NON_MATCH, null, false);
}
