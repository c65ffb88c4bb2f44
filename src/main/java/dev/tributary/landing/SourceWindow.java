package dev.tributary.landing;

import dev.tributary.run.FailureCode;
import org.jspecify.annotations.Nullable;

/**
 * A span of time that a source was asked for, and what came of it.
 *
 * @param run that asked; null for a poll between the runs
 * @param code why the walk broke off; null where it came to its own end
 * @param fetched how many records the source gave, as it counts them; null where it does not say
 * @param expected how many there are, as the source says; null where it does not
 */
public record SourceWindow(
        String source,
        @Nullable Long run,
        Span span,
        WindowState state,
        @Nullable FailureCode code,
        @Nullable Long fetched,
        @Nullable Long expected) {

    /** Whether nothing of the span is missing, as far as the source tells. */
    public boolean isWhole() {
        return state == WindowState.FETCHED && !isShort();
    }

    /** Whether fewer records came than the source says there are. */
    public boolean isShort() {
        return fetched != null && expected != null && fetched < expected;
    }
}
