package dev.tributary.inbox;

import dev.tributary.landing.Reception;
import java.time.Duration;
import java.time.Instant;

/**
 * How a platform sends again what it believes not to have arrived.
 *
 * @param verbatim whether it sends the very same request; otherwise it signs each attempt anew
 * @param within for how long after the first time
 */
record Repeats(boolean verbatim, Duration within) {

    /** Whether a delivery that has landed may come again, so that a yes is due. If not, somebody replays what was overheard. */
    boolean allow(Reception.Known known, Instant now) {
        return (verbatim || !known.verbatim()) && !now.isAfter(known.landedAt().plus(within));
    }
}
