package dev.tributary.notice;

/** A notice did not reach its target. The message says why, without an address or a secret. */
final class Undelivered extends RuntimeException {

    Undelivered(String why) {
        super(why);
    }
}
