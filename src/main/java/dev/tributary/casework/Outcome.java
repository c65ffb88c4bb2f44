package dev.tributary.casework;

import org.jspecify.annotations.Nullable;

/**
 * What became of an answer.
 *
 * @param message in a sentence, without personal data of customers
 * @param verdict the number of the verdict that was made, or that says the same already; null where there is none
 */
public record Outcome(
        long caseId,
        Status status,
        String message,
        @Nullable Long verdict) {

    /** Whether an answer took effect. */
    public enum Status {
        /** It is decided so. */
        APPLIED,
        /** It was decided so before. */
        UNCHANGED,
        /** The evidence changed since the person saw it: nothing was done. */
        STALE,
        /** Another person decided otherwise since: nothing was done. */
        CONFLICT,
        /** There is no such case. */
        UNKNOWN,
        /** The answer cannot be followed; the message says why: nothing was done. */
        REFUSED;

        /** Whether what the person said is so now. */
        public boolean isFine() {
            return this == APPLIED || this == UNCHANGED;
        }
    }
}
