package dev.tributary.pipeline;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** How often, and after which pauses, a run that broke off is tried again before it is given up: two minutes in all. */
final class Patience {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    private final Iterator<Duration> pauses = PAUSES.iterator();

    /** Whether there is another try. */
    boolean hasMore() {
        return pauses.hasNext();
    }

    /** Waits before the next try; returns at once where the thread is interrupted, which it stays. */
    void pause() {
        try {
            Thread.sleep(pauses.next().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
