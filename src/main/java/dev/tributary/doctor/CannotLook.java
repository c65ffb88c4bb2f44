package dev.tributary.doctor;

/** A check needs something that an earlier one did not find; the message says what. */
final class CannotLook extends RuntimeException {

    CannotLook(String message) {
        super(message);
    }
}
