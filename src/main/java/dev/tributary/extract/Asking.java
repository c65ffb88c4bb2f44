package dev.tributary.extract;

import dev.tributary.landing.SourceWindow;
import dev.tributary.landing.Span;
import dev.tributary.landing.WindowState;
import dev.tributary.run.FailureCode;
import org.jspecify.annotations.Nullable;

/** A span of time that a source is asked for, and what came of it so far. Not thread-safe. */
final class Asking {

    private final Span span;
    private final Span rest;
    private final @Nullable Tally tally;

    /**
     * A span that is asked for alone.
     *
     * @param tally null where the source does not say how much there is
     */
    Asking(Span span, @Nullable Tally tally) {
        this(span, span, tally);
    }

    /** @param rest what stays open where the walk breaks off: the span itself, and what would have followed */
    Asking(Span span, Span rest, @Nullable Tally tally) {
        this.span = span;
        this.rest = rest;
        this.tally = tally;
    }

    Span span() {
        return span;
    }

    void read(Object page) {
        if (tally != null) {
            tally.read(page);
        }
    }

    /** The walk has come to its end. */
    SourceWindow ended(SourceRun run) {
        boolean cut = tally != null && tally.isCut();
        return window(run, span, cut ? WindowState.TRUNCATED : WindowState.FETCHED, null);
    }

    SourceWindow brokenOff(SourceRun run, FailureCode why) {
        return window(run, rest, state(why), why);
    }

    private static WindowState state(FailureCode why) {
        return switch (why) {
            case BUDGET_USED_UP, CURSOR_REPEATS -> WindowState.TRUNCATED;
            case RATE_LIMITED -> WindowState.RATE_LIMITED;
            default -> WindowState.DOWN;
        };
    }

    private SourceWindow window(SourceRun run, Span of, WindowState state, @Nullable FailureCode code) {
        return new SourceWindow(
                run.name(),
                run.runId(),
                of,
                state,
                code,
                tally == null ? null : tally.fetched(),
                tally == null ? null : tally.expected());
    }
}
