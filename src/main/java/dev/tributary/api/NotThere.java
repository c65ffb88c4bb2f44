package dev.tributary.api;

/** What was asked for is not there: answered with 404, which says what. */
final class NotThere extends RuntimeException {

    /** @param what one sentence, such as {@code There is no run 7} */
    NotThere(String what) {
        super(what);
    }
}
