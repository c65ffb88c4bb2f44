package dev.tributary.landing;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a segment before it lies anywhere. The cursors are null where nothing of the kind is kept.
 *
 * @param runId null where it arrives outside of any run
 * @param imprint null where nobody pushed it to us
 * @param window what came of the span of time that it ends; null where it ends none
 */
record Arrival(
        String source,
        String origin,
        @Nullable String cursorBefore,
        @Nullable String cursorAfter,
        @Nullable Long runId,
        @Nullable Imprint imprint,
        @Nullable SourceWindow window) {

    private static final int ORIGIN = 500;

    /** Of a long origin the end is kept: it tells files apart. */
    Arrival {
        origin = origin.substring(Math.max(0, origin.length() - ORIGIN));
    }
}
