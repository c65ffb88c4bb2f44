package dev.tributary.coverage;

import dev.tributary.run.FailureCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of a source, and what came of asking for it.
 *
 * @param day UTC
 * @param code why the source was not read to its end; null where it was, or was not asked
 * @param fetched how many records the source gave, as it counts them, of the span of at most a day that tells most of
 *     this day; null where it does not say
 * @param expected how many there are, as the source says; null where it does not
 */
public record SourceDay(
        LocalDate day,
        DayState state,
        @Nullable FailureCode code,
        @Nullable Long fetched,
        @Nullable Long expected) {

    /** In plain words. */
    public String why() {
        return Why.of(state, code, fetched, expected);
    }

    static SourceDay of(LocalDate day, DayState state) {
        return new SourceDay(day, state, null, null, null);
    }
}
