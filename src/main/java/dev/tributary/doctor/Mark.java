package dev.tributary.doctor;

/** How a check ended. */
public enum Mark {
    /** It is as it should be. */
    GOOD,
    /** It works, but may not for long, or not as well as it could. */
    WARN,
    /** A night fails by it, now or soon. */
    FAIL,
    /** It cannot be known from here. */
    UNKNOWN,
    /** It was not looked at, for something that it needs is not there. */
    SKIPPED
}
