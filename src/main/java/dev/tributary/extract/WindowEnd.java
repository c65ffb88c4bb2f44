package dev.tributary.extract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The cursor of a source that is read window by window: the end of the last one that has landed whole.
 *
 * @param before null where the source was never read
 * @param reached by earlier runs; a window of the overlap does not move the cursor back
 * @param end of this window
 */
record WindowEnd(@Nullable String before, Instant reached, Instant end) implements Progress {

    @Override
    public void read(Object page) {
        // the page does not decide how far the window reaches
    }

    @Override
    public @Nullable String after(boolean lastPage) {
        return lastPage && end.isAfter(reached) ? end.toString() : null;
    }

    @Override
    public boolean movesBeforeTheEnd() {
        return true;
    }
}
