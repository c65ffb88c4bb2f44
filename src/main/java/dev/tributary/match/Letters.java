package dev.tributary.match;

/** Which letters a word has: a quick look that spares most words the slow one. */
final class Letters {

    private Letters() {}

    /** At least so many letters of the one are not in the other, counting each letter once. */
    static int strange(String one, String other) {
        return Long.bitCount(of(one) & ~of(other));
    }

    private static long of(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << (word.charAt(i) & 63);
        }
        return letters;
    }
}
