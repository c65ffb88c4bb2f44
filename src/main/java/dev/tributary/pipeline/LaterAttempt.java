package dev.tributary.pipeline;

/** A later attempt at the same business date has taken the run's place. */
public final class LaterAttempt extends RuntimeException {
    LaterAttempt(long latest) {
        super("Run " + latest + " is a later attempt at the same date; start that one again");
    }
}
