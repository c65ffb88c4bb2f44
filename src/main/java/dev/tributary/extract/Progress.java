package dev.tributary.extract;

import org.jspecify.annotations.Nullable;

/** How far a source is read, and when its cursor may move. */
interface Progress {

    /** Where the cursor was before the run; null where the source was never read. */
    @Nullable
    String before();

    /** Takes in what a page says. */
    void read(Object page);

    /**
     * Where the cursor is to be moved with a page; null where it stays.
     *
     * @param lastPage whether the page is the last of its leg
     */
    @Nullable
    String after(boolean lastPage);

    /** Whether a run that breaks off loses no more than the leg that it is on. */
    boolean movesBeforeTheEnd();
}
