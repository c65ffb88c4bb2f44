package dev.tributary.match;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of people. */
final class Names {

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "sir",
            "herr",
            "frau",
            "hr",
            "fr",
            "mag",
            "dipl",
            "ing",
            "med",
            "phil",
            "phd",
            "md",
            "senor",
            "senora",
            "sr",
            "sra",
            "srta",
            "don",
            "dona",
            "mme",
            "mlle",
            "monsieur",
            "madame");

    /** What tells father from son. */
    private static final Set<String> GENERATIONS =
            Set.of("jr", "junior", "jun", "sr", "senior", "snr", "sen", "ii", "iii", "iv");

    private static final int MOST_WORDS = 5;

    /** From so many carriers on a name is no slip that somebody made once or twice. */
    private static final int COMMON = 5;

    /** Up to so many carriers a word may be one. */
    private static final int RARE = 2;

    private static final int SHORTEST_SLIP = 2;
    private static final int SHORTEST_TWO_SLIPS = 5;

    /** Of so many who carry a name one may be written with a certain slip. */
    private static final int SLIPS_OF_A_NAME = 50;

    private Names() {}

    /** The words without titles; given name first where the name was written "family, given". Null where nothing is left. */
    static @Nullable String canonical(String raw) {
        int comma = raw.indexOf(',');
        boolean turned = comma > 0 && comma == raw.lastIndexOf(',');
        String after = turned ? Folding.words(raw.substring(comma + 1)) : "";
        boolean isFamilyFirst = !after.isEmpty() && !TITLES.contains(after) && !GENERATIONS.contains(after);
        String ordered = isFamilyFirst ? after + " " + Folding.words(raw.substring(0, comma)) : Folding.words(raw);
        return Canonical.worthwhile(untitled(ordered));
    }

    private static String untitled(String words) {
        if (words.indexOf(' ') < 0) {
            return words;
        }
        List<String> kept = new ArrayList<>();
        String[] all = words.split(" ");
        for (int i = 0; i < all.length; i++) {
            boolean isGeneration = i == all.length - 1 && GENERATIONS.contains(all[i]);
            if (isGeneration || !TITLES.contains(all[i])) {
                kept.add(all[i]);
            }
        }
        return kept.isEmpty() ? words : String.join(" ", kept);
    }

    /** Whether it looks like the full name of a person: two to five words of letters. */
    static boolean isOfPerson(String canonical) {
        return isOfPerson(canonical.split(" "));
    }

    private static boolean isOfPerson(String[] words) {
        if (words.length < 2 || words.length > MOST_WORDS) {
            return false;
        }
        for (String word : words) {
            if (!word.chars().allMatch(Character::isLetter)) {
                return false;
            }
        }
        return true;
    }

    /**
     * CLOSE: a nickname, an initial, a part of several names. SIMILAR: a slip, or the look of it; but not where both names are
     * common in the list: Andrea is no slip of Andreas.
     */
    static Agreement given(Term one, Term other) {
        if (one.equalsText(other)) {
            return Agreement.SAME;
        }
        Agreement found = apartInWords(one, other, Tokens.Kind.GIVEN, Tokens.MEANT);
        if (found == Agreement.SIMILAR && areBothCommon(one, other)) {
            return Agreement.DIFFERENT;
        }
        return found == Agreement.DIFFERENT && isSlip(one, other) ? Agreement.SIMILAR : found;
    }

    /** CLOSE: a part of a double name, an umlaut written out, one slip in a long name. SIMILAR: the look of it, or a slip. */
    static Agreement family(Term one, Term other) {
        if (one.equalsText(other)) {
            return Agreement.SAME;
        }
        Agreement found = apartInWords(one, other, Tokens.Kind.FAMILY, Tokens.TYPO);
        return found == Agreement.DIFFERENT && isSlip(one, other) ? Agreement.SIMILAR : found;
    }

    private static boolean areBothCommon(Term one, Term other) {
        int rarer = Math.min(one.carriers(), other.carriers());
        return rarer >= COMMON && rarer >= Math.max(one.carriers(), other.carriers()) / SLIPS_OF_A_NAME;
    }

    /** Whether one is a common name of the list, and the other a rare word that one slip makes of it, or two of a longer one. */
    private static boolean isSlip(Term one, Term other) {
        int rarer = Math.min(one.carriers(), other.carriers());
        int commoner = Math.max(one.carriers(), other.carriers());
        if (commoner < COMMON || rarer > Math.max(RARE, commoner / SLIPS_OF_A_NAME)) {
            return false;
        }
        int shorter = Math.min(one.text().length(), other.text().length());
        int slips = shorter < SHORTEST_SLIP ? 0 : shorter < SHORTEST_TWO_SLIPS ? 1 : 2;
        return slips > 0 && Edits.within(one.text(), other.text(), slips);
    }

    private static Agreement apartInWords(Term one, Term other, Tokens.Kind kind, int close) {
        if (isOfOtherScript(one.text(), other.text())) {
            return Agreement.UNKNOWN;
        }
        int likeness = Tokens.contained(one.tokens(), other.tokens(), kind);
        if (likeness == Tokens.APART) {
            likeness = joined(one.tokens(), other.tokens(), kind);
        }
        if (likeness == Tokens.APART) {
            return Agreement.DIFFERENT;
        }
        return likeness <= close ? Agreement.CLOSE : Agreement.SIMILAR;
    }

    /** Names that one side writes as one word and the other as two. */
    private static int joined(String[] one, String[] other, Tokens.Kind kind) {
        if (one.length == other.length && one.length == 1) {
            return Tokens.APART;
        }
        int likeness = Tokens.likeness(String.join("", one), String.join("", other), kind);
        return likeness == Tokens.EQUAL ? Tokens.MEANT : likeness;
    }

    /**
     * Whole names. CLOSE: nicknames, initials, another order, a middle name on one side only. SIMILAR: slips, or one side is a
     * single word of the other. DIFFERENT only where both are full names of people, or both a single word: a display name such
     * as "ACME Fan 77" is no name to contradict another, nor is a name in another script.
     */
    static Agreement whole(String[] one, String[] other) {
        if (Arrays.equals(one, other)) {
            return Agreement.SAME;
        }
        if (isOfOtherScript(one[0], other[0])) {
            return Agreement.UNKNOWN;
        }
        if (areOfTwoGenerations(one, other)) {
            return Agreement.DIFFERENT;
        }
        int likeness = Tokens.contained(one, other, Tokens.Kind.GIVEN);
        if (likeness == Tokens.APART) {
            likeness = joined(one, other, Tokens.Kind.FAMILY);
        }
        if (likeness == Tokens.APART) {
            boolean comparable = isOfPerson(one) && isOfPerson(other) || one.length == 1 && other.length == 1;
            return comparable ? Agreement.DIFFERENT : Agreement.UNKNOWN;
        }
        boolean oneWord = Math.min(one.length, other.length) == 1 && one.length != other.length;
        return likeness <= Tokens.MEANT && !oneWord ? Agreement.CLOSE : Agreement.SIMILAR;
    }

    private static boolean areOfTwoGenerations(String[] one, String[] other) {
        String ofOne = generation(one);
        String ofOther = generation(other);
        return !ofOne.isEmpty() && !ofOther.isEmpty() && !ofOne.equals(ofOther);
    }

    private static String generation(String[] words) {
        String last = words[words.length - 1];
        if (words.length < 2 || !GENERATIONS.contains(last)) {
            return "";
        }
        return last.startsWith("j") ? "jr" : last.startsWith("s") ? "sr" : last;
    }

    /** A name in Latin letters against one in letters of another kind. */
    static boolean isOfOtherScript(String one, String other) {
        return isLatin(one) != isLatin(other);
    }

    private static boolean isLatin(String text) {
        char first = text.charAt(0);
        return first < 128 || UnicodeScript.of(text.codePointAt(0)) == UnicodeScript.LATIN;
    }
}
