package dev.tributary.decode;

import java.util.Arrays;

/**
 * A line, and a copy of it for patterns to match: without the invisible marks of writing direction that telephones put before
 * names, numbers and placeholders, and with plain spaces.
 */
final class CleanLine {

    private final String original;
    private final String clean;

    /** For each character of the copy where its part of the original begins: behind the character before it. */
    private final int[] begins;

    CleanLine(String original) {
        this.original = original;
        StringBuilder copy = new StringBuilder(original.length());
        int[] at = new int[original.length() + 1];
        int begin = 0;
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (!isMark(c)) {
                at[copy.length()] = begin;
                copy.append(isSpace(c) ? ' ' : c);
                begin = i + 1;
            }
        }
        this.clean = copy.toString();
        this.begins = Arrays.copyOf(at, clean.length());
    }

    private static boolean isMark(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || c == '\uFEFF'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean isSpace(char c) {
        return c == '\u00A0' || c == '\u202F';
    }

    String clean() {
        return clean;
    }

    /** What stands in the original for a part of the copy, marks included. */
    String original(int start, int end) {
        return original.substring(begins(start), begins(end));
    }

    private int begins(int at) {
        return at == begins.length ? original.length() : begins[at];
    }
}
