package dev.tributary.coverage;

/** What is known of a day of a source. */
public enum DayState {
    /** The source was asked for all of the day, and gave what it had; on a silent day nothing. */
    FETCHED(false),
    /** The source says that there is more than it gave. */
    SHORT(true),
    /** The walk ended before its end. */
    TRUNCATED(true),
    /** The source asked for more patience than we have. */
    RATE_LIMITED(true),
    /** The source could not be reached, refused us, or answered with something else. */
    DOWN(true),
    /** Nobody asked for all of the day, as far as is noted. */
    NEVER_ASKED(true),
    /** What pushes to us said nothing, against all likelihood. */
    SILENT(true),
    /** The day is younger than the last time that the source was asked: the next run asks. */
    NOT_YET(false);

    private final boolean hole;

    DayState(boolean hole) {
        this.hole = hole;
    }

    /** Whether something may be missing that asking again may bring. */
    public boolean isHole() {
        return hole;
    }

    /** Whether the source gave a part, so that one day at a time is asked for: a shorter span is cut less. */
    boolean isOfOneDay() {
        return this == SHORT || this == TRUNCATED;
    }
}
