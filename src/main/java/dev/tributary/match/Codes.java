package dev.tributary.match;

/** Numbers of people and postcodes. */
final class Codes {

    private Codes() {}

    /** CLOSE: one slip in six characters or more. SIMILAR: two slips in eight or more. */
    static Agreement number(String one, String other) {
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter >= 6 && Edits.within(one, other, 1)) {
            return Agreement.CLOSE;
        }
        return shorter >= 8 && Edits.within(one, other, 2) ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    /** CLOSE: one slip, or one begins with all of the other, as a code with and without its delivery part. SIMILAR: two slips in five or more. */
    static Agreement postcode(String one, String other) {
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        int shorter = Math.min(one.length(), other.length());
        boolean isPart = shorter >= 3 && (one.startsWith(other) || other.startsWith(one));
        if (isPart || shorter >= 3 && Edits.within(one, other, 1)) {
            return Agreement.CLOSE;
        }
        return shorter >= 5 && Edits.within(one, other, 2) ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }
}
