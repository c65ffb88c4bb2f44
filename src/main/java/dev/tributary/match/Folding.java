package dev.tributary.match;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Brings words to the form in which they are compared: no case, accents, punctuation, or characters that show nothing. */
public final class Folding {

    /** Letters that are no letter with a mark by Unicode, and that people write without. */
    private static final Map<Character, String> LETTERS = Map.of(
            'ß', "ss", 'ø', "o", 'æ', "ae", 'œ', "oe", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i", 'ħ', "h");

    private Folding() {}

    /** The words, separated by one blank each; empty where there is none. An apostrophe within a word is left out. */
    public static String words(String raw) {
        StringBuilder words = new StringBuilder(raw.length());
        if (!foldAscii(raw, words)) {
            words.setLength(0);
            fold(raw, words);
        }
        int length = words.length();
        if (length > 0 && words.charAt(length - 1) == ' ') {
            words.setLength(length - 1);
        }
        return words.toString();
    }

    /** Letters and digits alone, in upper case. */
    static String code(String raw) {
        StringBuilder code = new StringBuilder(raw.length());
        String normal = isAscii(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        for (int i = 0; i < normal.length(); i++) {
            if (Character.isLetterOrDigit(normal.charAt(i))) {
                code.append(normal.charAt(i));
            }
        }
        return code.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean foldAscii(String raw, StringBuilder words) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 128) {
                return false;
            }
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                words.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                words.append((char) (c + ('a' - 'A')));
            } else if (c != '\'' && c != '`') {
                separate(words);
            }
        }
        return true;
    }

    private static void fold(String raw, StringBuilder words) {
        String lower = Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); ) {
            int c = apart.codePointAt(i);
            i += Character.charCount(c);
            String letter = c < Character.MAX_VALUE ? LETTERS.get((char) c) : null;
            if (letter != null) {
                words.append(letter);
            } else if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!leavesWordWhole(c)) {
                separate(words);
            }
        }
    }

    /** Marks, invisible characters and apostrophes. */
    private static boolean leavesWordWhole(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            case Character.COMBINING_SPACING_MARK -> true;
            default -> c == '\'' || c == '`' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '\u00B4';
        };
    }

    private static void separate(StringBuilder words) {
        int length = words.length();
        if (length > 0 && words.charAt(length - 1) != ' ') {
            words.append(' ');
        }
    }
}
