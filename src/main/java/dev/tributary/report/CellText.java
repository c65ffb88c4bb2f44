package dev.tributary.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a workbook must hold it so that the reader sees the same text. ECMA-376 part 1, 22.9.2.19 (ST_Xstring): what XML
 * cannot hold is written {@code _xHHHH_}, and what merely looks like that has its underscore escaped.
 */
public final class CellText {

    /** The longest text of a cell, in characters. */
    public static final int LIMIT = 32_767;

    // Column widths are counted in digits, and most letters are narrower.
    private static final double LETTERS_PER_DIGIT = 1.15;
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private CellText() {}

    /** At most {@value #LIMIT} characters; what is cut is named at the end. */
    public static String of(String text) {
        String encoded = encode(text);
        if (encoded.length() <= LIMIT) {
            return encoded;
        }
        String note = "\n[cut: the text has " + Plain.count(text.length()) + " characters]";
        int end = Math.min(text.length(), LIMIT - note.length());
        while (encode(head(text, end)).length() > LIMIT - note.length()) {
            end = end * 3 / 4;
        }
        return encode(head(text, end)) + note;
    }

    /** Whether a spreadsheet might take it for a formula where somebody edits the cell or saves it as CSV. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** About how many lines the text takes in a column. */
    static int lines(String text, int width) {
        int lines = 1;
        double line = 0;
        double room = Math.max(1, width * LETTERS_PER_DIGIT - 2);
        for (int i = 0; i < Math.min(text.length(), LIMIT); i++) {
            char c = text.charAt(i);
            line += c > 0x2E80 ? 2 : 1;
            if (c == '\n' || line > room) {
                lines++;
                line = c == '\n' ? 0 : 1;
            }
        }
        return lines;
    }

    private static String head(String text, int end) {
        boolean splitsPair = end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsPair ? end - 1 : end);
    }

    private static String encode(String text) {
        Matcher lookalike = LOOKS_ESCAPED.matcher(text);
        String plain = lookalike.find() ? lookalike.replaceAll("_x005F_") : text;
        StringBuilder encoded = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(point -> append(encoded, point));
        return encoded.toString();
    }

    private static void append(StringBuilder encoded, int point) {
        boolean halfACharacter = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (point == 0 || halfACharacter || point == 0xFFFE || point == 0xFFFF) {
            encoded.append('\uFFFD');
        } else if (point < ' ' && point != '\n' && point != '\t') {
            encoded.append(String.format(Locale.ROOT, "_x%04X_", point));
        } else {
            encoded.appendCodePoint(point);
        }
    }
}
