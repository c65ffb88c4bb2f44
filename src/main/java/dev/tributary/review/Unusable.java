package dev.tributary.review;

/** What was asked for cannot be decided; the message says why and what would be right, without personal data. */
public final class Unusable extends RuntimeException {
    Unusable(String message) {
        super(message);
    }
}
