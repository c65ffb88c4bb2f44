package dev.tributary.console;

import dev.tributary.coverage.DayState;
import dev.tributary.coverage.SourceDay;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of a source, as its page shows it.
 *
 * @param messages how many there are of it
 * @param asked what came of asking for it; null where that is not noted
 */
public record DayLine(
        LocalDate day, long messages, @Nullable SourceDay asked) {

    /** What came of asking for the day, in plain words; empty where that is not noted. */
    public String why() {
        return asked == null ? "" : asked.why();
    }

    /** Whether there is anything to tell. */
    public boolean isTold() {
        return messages > 0 || (asked != null && asked.state().isHole());
    }

    @Nullable
    DayState state() {
        return asked == null ? null : asked.state();
    }
}
