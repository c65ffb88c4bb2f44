package dev.tributary.inbox;

/** Nothing proves that the request comes from the platform. Why exactly is told to nobody. */
final class Refused extends RuntimeException {

    Refused() {
        super("not proved", null, false, false);
    }
}
