package dev.tributary.pipeline;

/** A run broke off for something that passes, such as a database that restarts: the same again may well succeed. */
final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why without personal data */
    BrokenOff(String why) {
        super(why);
    }
}
