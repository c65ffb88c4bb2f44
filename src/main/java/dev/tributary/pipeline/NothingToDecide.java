package dev.tributary.pipeline;

/** The run does not wait for a person, or another has to be decided first. */
public final class NothingToDecide extends RuntimeException {
    NothingToDecide(String message) {
        super(message);
    }
}
