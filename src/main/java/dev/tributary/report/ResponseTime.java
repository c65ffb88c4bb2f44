package dev.tributary.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How long customers waited on one channel, as {@link Waits} defines it.
 *
 * @param conversations those that a customer began
 * @param waits the times a customer waited for an answer
 * @param answered the waits that ended with an answer
 * @param medianSeconds of the answered waits, or null without any
 * @param ninetiethSeconds nine of ten answered waits were not longer, or null without any
 * @param within15Minutes the waits that were answered within 15 minutes
 * @param within60Minutes the waits that were answered within 60 minutes, the former among them
 */
record ResponseTime(
        String channel,
        long conversations,
        long waits,
        long answered,
        @Nullable Integer medianSeconds,
        @Nullable Integer ninetiethSeconds,
        long within15Minutes,
        long within60Minutes) {

    @JsonProperty
    long unanswered() {
        return waits - answered;
    }

    double share(long part) {
        return waits == 0 ? 0 : (double) part / waits;
    }
}
