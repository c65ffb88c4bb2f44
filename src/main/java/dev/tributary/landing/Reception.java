package dev.tributary.landing;

import java.time.Instant;

/** What came of a delivery that somebody pushed to us. */
public sealed interface Reception {

    /** It is on the disk and in the ledger. */
    record Landed(Segment segment) implements Reception {}

    /**
     * It had landed before, and nothing was written.
     *
     * @param landedAt when it had
     * @param verbatim whether it is the same request, signature and all
     */
    record Known(Instant landedAt, boolean verbatim) implements Reception {}
}
