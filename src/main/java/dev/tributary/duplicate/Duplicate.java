package dev.tributary.duplicate;

import dev.tributary.match.MatchOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Two contacts that may be one.
 *
 * @param first the CRM's id of the contact that would survive
 * @param second the CRM's id of the contact that would be merged into it
 * @param outcome MATCH or POSSIBLE_MATCH
 * @param rule by which
 * @param confidence the probability that they are one, from 0 to 1
 * @param refused why a MATCH was not taken for one; null where it was, and for a POSSIBLE_MATCH
 * @param agreement how far each field agrees, without any of the values
 */
public record Duplicate(
        String first,
        String second,
        MatchOutcome outcome,
        String rule,
        double confidence,
        @Nullable String refused,
        String agreement) {}
