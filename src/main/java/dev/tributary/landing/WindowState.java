package dev.tributary.landing;

/** What came of asking a source for a span of time. */
public enum WindowState {
    /** The walk came to its end; what it gave has landed. */
    FETCHED,
    /** The walk ended before its end: the budget was used up, or the source gives no more of what it has. */
    TRUNCATED,
    /** The source asked for more patience than we have. */
    RATE_LIMITED,
    /** The source could not be reached, refused us, or answered with something else. */
    DOWN
}
