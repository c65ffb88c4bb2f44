package dev.tributary.match;

import java.util.Set;

/**
 * Telephone numbers that are written in E.164 already, as most CRMs keep them, so that a long list of them need not be parsed. Valid or
 * not, they are compared as they are.
 */
final class InternationalNumber {

    private static final int SHORTEST = 9;
    private static final int LONGEST = 16;
    private static final int NORTH_AMERICAN = 12;

    /** Countries whose numbers are also written with a trunk prefix that is no 0, or with a digit more or less for mobiles. */
    private static final Set<String> TO_BE_PARSED =
            Set.of("7", "36", "39", "52", "54", "55", "225", "229", "370", "375", "993");

    private InternationalNumber() {}

    /** Whether libphonenumber would leave it as it is, or find it invalid. When in doubt, it says no. */
    static boolean isWritten(String raw) {
        if (raw.length() < SHORTEST || raw.length() > LONGEST || raw.charAt(0) != '+') {
            return false;
        }
        for (int i = 1; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        if (raw.charAt(1) == '1') {
            return raw.length() == NORTH_AMERICAN && raw.charAt(2) >= '2';
        }
        return hasNoTrunkPrefix(raw);
    }

    /** After country codes of one, two and three digits: whichever it is, no trunk prefix follows it. */
    private static boolean hasNoTrunkPrefix(String raw) {
        for (int length = 1; length <= 3; length++) {
            if (TO_BE_PARSED.contains(raw.substring(1, 1 + length))) {
                return false;
            }
        }
        return raw.charAt(1) != '0'
                && raw.charAt(3) >= '2'
                && raw.charAt(4) >= '2'
                && raw.charAt(3) != '8'
                && raw.charAt(4) != '8';
    }
}
