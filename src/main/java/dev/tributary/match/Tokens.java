package dev.tributary.match;

import java.util.Arrays;

/** Words against words. */
final class Tokens {

    /** The levels of likeness, from most to least. */
    static final int EQUAL = 0;
    /** A nickname, an initial, an umlaut written out. */
    static final int MEANT = 1;
    /** One slip. */
    static final int TYPO = 2;

    static final int ALIKE = 3;
    static final int APART = 4;

    /** What the words are. */
    enum Kind {
        /** Of a person's name: nicknames and initials mean the whole. */
        GIVEN,
        FAMILY,
        WORD
    }

    private static final double JARO_WINKLER = 0.9;
    private static final int SHORTEST_TYPO = 4;
    private static final int SHORTEST_TWO_TYPOS = 8;

    private Tokens() {}

    /**
     * How alike the words of the shorter side are to words of the longer, each used once: the likeness of the pair that is least
     * alike; APART where one word has no partner, or there is none.
     */
    static int contained(String[] one, String[] other, Kind kind) {
        boolean isFirst = one.length < other.length || one.length == other.length && Arrays.compare(one, other) <= 0;
        String[] shorter = isFirst ? one : other;
        String[] longer = isFirst ? other : one;
        if (shorter.length == 0 || longer.length > Long.SIZE) {
            return APART;
        }
        long used = 0;
        int worst = EQUAL;
        long matched = 0;
        for (int i = 0; i < shorter.length && i < Long.SIZE; i++) {
            for (int j = 0; j < longer.length; j++) {
                if ((used & 1L << j) == 0 && shorter[i].equals(longer[j])) {
                    used |= 1L << j;
                    matched |= 1L << i;
                    break;
                }
            }
        }
        for (int i = 0; i < shorter.length; i++) {
            if ((matched & 1L << i) != 0) {
                continue;
            }
            int best = APART;
            int partner = -1;
            for (int j = 0; j < longer.length && best > MEANT; j++) {
                int likeness = (used & 1L << j) != 0 ? APART : likeness(shorter[i], longer[j], kind);
                if (likeness < best) {
                    best = likeness;
                    partner = j;
                }
            }
            if (partner < 0) {
                return APART;
            }
            used |= 1L << partner;
            worst = Math.max(worst, best);
        }
        return worst;
    }

    /** How alike two words are. */
    static int likeness(String one, String other, Kind kind) {
        if (one.equals(other)) {
            return EQUAL;
        }
        int shorter = Math.min(one.length(), other.length());
        if (kind != Kind.WORD && shorter == 1) {
            return one.charAt(0) == other.charAt(0) ? MEANT : APART;
        }
        if (kind == Kind.GIVEN && Nicknames.areOne(one, other)) {
            return MEANT;
        }
        if (isNumeric(one) || isNumeric(other)) {
            return APART;
        }
        if (isSameWithoutUmlauts(one, other)) {
            return MEANT;
        }
        if (shorter >= SHORTEST_TYPO && Edits.within(one, other, 1)) {
            return TYPO;
        }
        if (shorter >= SHORTEST_TWO_TYPOS && Edits.within(one, other, 2)) {
            return ALIKE;
        }
        // by the formula three letters in four must be in the other word, whatever the beginning
        boolean mayBe = shorter >= SHORTEST_TYPO
                && Math.abs(one.length() - other.length()) <= 1 + shorter / 3
                && Letters.strange(one, other) <= one.length() / 3
                && Letters.strange(other, one) <= other.length() / 3;
        return mayBe && JaroWinkler.of(one, other) >= JARO_WINKLER ? ALIKE : APART;
    }

    static boolean has(String[] tokens, String token) {
        for (String it : tokens) {
            if (it.equals(token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumeric(String token) {
        return token.charAt(0) >= '0' && token.charAt(0) <= '9';
    }

    /** Whether they are one when ae, oe and ue are read as the umlauts, and these as a, o and u. */
    private static boolean isSameWithoutUmlauts(String one, String other) {
        return one.charAt(0) == other.charAt(0)
                && one.length() != other.length()
                && (one.indexOf('e', 1) > 0 || other.indexOf('e', 1) > 0)
                && one.charAt(one.length() - 1) == other.charAt(other.length() - 1)
                && withoutUmlauts(one).equals(withoutUmlauts(other));
    }

    private static String withoutUmlauts(String word) {
        return word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }
}
