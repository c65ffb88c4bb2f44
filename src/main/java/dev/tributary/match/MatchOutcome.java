package dev.tributary.match;

/** What a comparison comes to. */
public enum MatchOutcome {
    /** The two are one person. */
    MATCH,
    /** A person decides. */
    POSSIBLE_MATCH,
    /** Nothing says that they are one. */
    NON_MATCH
}
