package dev.tributary.review;

/** A run is at work on the database, so that nothing was decided. */
public final class RunUnderWay extends RuntimeException {
    RunUnderWay() {
        super("A run is under way: nothing was changed. 'tributary status' shows it; try again when it has ended");
    }
}
