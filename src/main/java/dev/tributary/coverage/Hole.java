package dev.tributary.coverage;

import dev.tributary.landing.Span;
import dev.tributary.run.FailureCode;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days of which something may be missing, all for the same reason.
 *
 * @param firstDay UTC
 * @param lastDay the last of them; the first itself for a single day
 * @param state one that {@link DayState#isHole()}
 * @param code as of {@link SourceDay}
 * @param fetched as of {@link SourceDay}
 * @param expected as of {@link SourceDay}
 */
public record Hole(
        LocalDate firstDay,
        LocalDate lastDay,
        DayState state,
        @Nullable FailureCode code,
        @Nullable Long fetched,
        @Nullable Long expected) {

    static Hole of(SourceDay day) {
        return new Hole(day.day(), day.day(), day.state(), day.code(), day.fetched(), day.expected());
    }

    /** Whether the day belongs to it: what was cut is asked for day by day, for a shorter span is cut less. */
    boolean goesOnWith(SourceDay next) {
        return next.day().equals(lastDay.plusDays(1))
                && next.state() == state
                && next.code() == code
                && !state.isOfOneDay();
    }

    Hole until(LocalDate day) {
        return new Hole(firstDay, day, state, code, fetched, expected);
    }

    /** In plain words. */
    public String why() {
        return Why.of(state, code, fetched, expected);
    }

    public Stream<LocalDate> days() {
        return firstDay.datesUntil(lastDay.plusDays(1));
    }

    /** From midnight to midnight, UTC. */
    public Span span() {
        return Days.span(firstDay, lastDay);
    }
}
