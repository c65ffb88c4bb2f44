package dev.tributary.match;

import java.util.Arrays;
import java.util.Set;

/** Names of companies and places. */
final class Companies {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "llc",
            "llp",
            "lp",
            "ltd",
            "limited",
            "plc",
            "gmbh",
            "ag",
            "kg",
            "ohg",
            "gbr",
            "ug",
            "mbh",
            "ev",
            "eg",
            "se",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "sl",
            "slu",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "oyj",
            "aps",
            "pty",
            "pte",
            "kk",
            "the",
            "and",
            "und",
            "of");

    private static final double SHARED_WORDS = 0.5;
    private static final int SHORTEST_WORD = 3;

    private Companies() {}

    /**
     * CLOSE: the same words but for legal forms, order and slips. SIMILAR: all words of the shorter name are in the longer, or
     * most of them. Two different numbers make two branches of a company DIFFERENT.
     */
    static Agreement compare(Term one, Term other) {
        if (one.equalsText(other)) {
            return Agreement.SAME;
        }
        String[] a = one.core();
        String[] b = other.core();
        if (Names.isOfOtherScript(one.text(), other.text())) {
            return Agreement.UNKNOWN;
        }
        int likeness = Tokens.contained(a, b, Tokens.Kind.WORD);
        if (areTwoBranches(a, b)) {
            return Agreement.DIFFERENT;
        }
        if (likeness <= Tokens.TYPO && a.length == b.length
                || String.join("", a).equals(String.join("", b))) {
            return Agreement.CLOSE;
        }
        return likeness != Tokens.APART || shared(a, b) >= SHARED_WORDS ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }

    /** Towns: CLOSE is one slip or a part of it, SIMILAR the look. */
    static Agreement city(Term one, Term other) {
        if (one.equalsText(other)) {
            return Agreement.SAME;
        }
        if (Names.isOfOtherScript(one.text(), other.text())) {
            return Agreement.UNKNOWN;
        }
        int likeness = Tokens.contained(one.tokens(), other.tokens(), Tokens.Kind.WORD);
        if (likeness == Tokens.APART) {
            return Agreement.DIFFERENT;
        }
        return likeness <= Tokens.TYPO ? Agreement.CLOSE : Agreement.SIMILAR;
    }

    static String[] names(String[] tokens) {
        String[] names =
                Arrays.stream(tokens).filter(it -> !LEGAL_FORMS.contains(it)).toArray(String[]::new);
        return names.length == 0 ? tokens : names;
    }

    private static boolean areTwoBranches(String[] a, String[] b) {
        boolean numbersOfA = false;
        for (String token : a) {
            if (isNumber(token)) {
                if (Tokens.has(b, token)) {
                    return false;
                }
                numbersOfA = true;
            }
        }
        return numbersOfA && Arrays.stream(b).anyMatch(Companies::isNumber);
    }

    private static boolean isNumber(String token) {
        return Character.isDigit(token.charAt(0));
    }

    /** How many of the shorter name's words, but for short ones, are in the longer; 0 for a single one. */
    private static double shared(String[] a, String[] b) {
        String[] shorter = a.length <= b.length ? a : b;
        String[] longer = a.length <= b.length ? b : a;
        int shared = 0;
        int words = 0;
        for (String token : shorter) {
            if (token.length() >= SHORTEST_WORD) {
                words++;
                shared += Tokens.has(longer, token) ? 1 : 0;
            }
        }
        return shared < 2 ? 0 : (double) shared / words;
    }
}
