package dev.tributary.match;

/**
 * The similarity of Jaro and Winkler (Winkler 1990), which likes a common beginning. As that of Commons Text, which takes five
 * times as long: a million people make several million comparisons of words.
 */
final class JaroWinkler {

    private static final double BOOST_FROM = 0.7;
    private static final double BOOST = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private JaroWinkler() {}

    /** From 0 to 1; the order makes no difference. Words of more than 64 characters are alike only where they are equal. */
    static double of(String one, String other) {
        boolean isFirst = one.length() < other.length() || one.length() == other.length() && one.compareTo(other) <= 0;
        String shorter = isFirst ? one : other;
        String longer = isFirst ? other : one;
        if (shorter.isEmpty() || longer.length() > Long.SIZE) {
            return one.equals(other) ? 1 : 0;
        }
        int range = Math.max(longer.length() / 2 - 1, 0);
        long matchedInShorter = 0;
        long matchedInLonger = 0;
        for (int i = 0; i < shorter.length(); i++) {
            int to = Math.min(i + range + 1, longer.length());
            for (int j = Math.max(i - range, 0); j < to; j++) {
                if ((matchedInLonger & 1L << j) == 0 && shorter.charAt(i) == longer.charAt(j)) {
                    matchedInShorter |= 1L << i;
                    matchedInLonger |= 1L << j;
                    break;
                }
            }
        }
        double matches = Long.bitCount(matchedInShorter);
        if (matches == 0) {
            return 0;
        }
        double transpositions = transposed(shorter, matchedInShorter, longer, matchedInLonger) / 2.0;
        double jaro = (matches / one.length() + matches / other.length() + (matches - transpositions) / matches) / 3;
        return jaro < BOOST_FROM ? jaro : jaro + BOOST * prefix(one, other) * (1 - jaro);
    }

    private static int transposed(String shorter, long inShorter, String longer, long inLonger) {
        int transposed = 0;
        long a = inShorter;
        long b = inLonger;
        while (a != 0) {
            if (shorter.charAt(Long.numberOfTrailingZeros(a)) != longer.charAt(Long.numberOfTrailingZeros(b))) {
                transposed++;
            }
            a &= a - 1;
            b &= b - 1;
        }
        return transposed;
    }

    private static int prefix(String one, String other) {
        int most = Math.min(LONGEST_PREFIX, Math.min(one.length(), other.length()));
        int prefix = 0;
        while (prefix < most && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return prefix;
    }
}
