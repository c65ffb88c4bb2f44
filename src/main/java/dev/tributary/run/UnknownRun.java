package dev.tributary.run;

/** There is no run with this number. */
public final class UnknownRun extends RuntimeException {
    UnknownRun(long run) {
        super("There is no run " + run + "; 'tributary status' lists the last runs");
    }
}
