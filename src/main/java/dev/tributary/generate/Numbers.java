package dev.tributary.generate;

/** Telephone numbers: every person and every group has another one, and neighbours have no similar ones. */
final class Numbers {

    /** As many eight-digit numbers there are that do not begin with 0 or 1. */
    static final int MOST = 80_000_000;

    private static final long FIRST = 20_000_000;

    /** Has no factor in common with the count, so that no number comes twice. */
    private static final long STEP = 31_415_927;

    private Numbers() {}

    /** A German mobile number. */
    static String mobile(int person) {
        return "+49151" + scattered(person);
    }

    /** A Berlin number. */
    static String line(int group) {
        return "+4930" + scattered(group);
    }

    private static long scattered(int number) {
        return FIRST + (number + 1L) * STEP % MOST;
    }
}
