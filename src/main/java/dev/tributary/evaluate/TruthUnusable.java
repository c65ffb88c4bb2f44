package dev.tributary.evaluate;

/** The truth cannot be read; the message says where and why. */
public final class TruthUnusable extends RuntimeException {

    TruthUnusable(String message) {
        super(message);
    }
}
