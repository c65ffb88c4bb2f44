package dev.tributary.stage;

import com.dashjoin.jsonata.Jsonata;
import java.time.Duration;

/**
 * How long a mapping may take over one payload. It grows with the lists that are mapped item by item: an export may hold a
 * conversation of ten thousand messages in one payload. Not thread-safe.
 */
final class TimeLimit {

    private static final Duration PER_ITEM = Duration.ofMillis(10);

    /** For a loop that maps list after list without end. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A look at the clock costs as much as an expression of a few nodes. */
    private static final int NODES_BETWEEN_LOOKS = 16;

    private final long begin = System.nanoTime();
    private long nanos;
    private int nodes;

    /** The clock starts now. */
    TimeLimit(Duration limit) {
        nanos = limit.toNanos();
    }

    /** The mapping ran out of time. */
    static final class Passed extends RuntimeException {
        Passed() {
            super("the mapping ran out of time", null, false, false);
        }
    }

    /**
     * Stops what is evaluated in the frame. The depth has no limit: a recursion without end is stopped by the time, or by the
     * stack.
     */
    void bindTo(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> check());
    }

    /** Gives more time, for so many items. */
    void extend(int items) {
        nanos = Math.min(nanos + PER_ITEM.toNanos() * items, LONGEST.toNanos());
    }

    private void check() {
        if (++nodes % NODES_BETWEEN_LOOKS == 0 && System.nanoTime() - begin > nanos) {
            throw new Passed();
        }
    }
}
