package dev.tributary.match;

/** How far two people agree in a field, from most to least. */
public enum Agreement {
    /** The same value, two spellings of it included that mean the same by the rules of the field. */
    SAME,
    /** Two values that people write for one thing: a nickname, an initial, a mailbox with a tag, a digit that slipped. */
    CLOSE,
    /** Two values that look alike. */
    SIMILAR,
    /** Two values that do not. */
    DIFFERENT,
    /** One side is blank, or the two cannot be compared: this speaks neither for nor against. */
    UNKNOWN;

    private static final Agreement[] ALL = values();

    static Agreement at(int ordinal) {
        return ALL[ordinal];
    }

    /** The nearer of the two. */
    Agreement or(Agreement other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether the two do agree, at least in looks. */
    public boolean isAlike() {
        return compareTo(SIMILAR) <= 0;
    }
}
