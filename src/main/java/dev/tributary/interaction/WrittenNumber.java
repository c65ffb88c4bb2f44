package dev.tributary.interaction;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a text means the number that libphonenumber reads in it. Libphonenumber drops a letter O among the digits, which
 * makes another number, dials a note such as "private" on the keypad, and reads a Bengali 4 for what looks like an 8.
 */
final class WrittenNumber {

    private static final int LONGEST = 250;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
    private static final int LONG_VOWEL_MARK = 0x30FC;

    private static final Pattern DIGITS_AND_MARKS = Pattern.compile("[0-9 +()./-]*+");

    /** What libphonenumber reads as an extension, at the end. */
    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)(?:e?xt(?:ensi(?:o\\u0301?|\\u00F3))?n?|int|anexo|\\u0434\\u043E\\u0431|x)[:.]?[ ,-]{0,3}[0-9]{1,20}#?$");

    /** A note behind the number, such as "private" or "(m)"; fewer letters could stand for digits. */
    private static final Pattern NOTE =
            Pattern.compile("(?: ?\\(\\p{L}[\\p{L} .]{0,30}\\)|[ ,]\\p{L}{3}[\\p{L} .]{0,30})$");

    private WrittenNumber() {}

    /** The text without a note behind it; empty where letters or digits in it pass for others. */
    static Optional<String> of(@Nullable String raw) {
        if (raw == null || raw.length() > LONGEST) {
            return Optional.empty();
        }
        if (DIGITS_AND_MARKS.matcher(raw).matches()) {
            return Optional.of(raw);
        }
        String normal = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        Matcher note = NOTE.matcher(normal);
        String text = note.find() ? normal.substring(0, note.start()) : normal;
        return isPlain(text) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isPlain(String text) {
        return text.indexOf(RIGHT_TO_LEFT_OVERRIDE) < 0
                && text.codePoints()
                                .filter(Character::isDigit)
                                .map(it -> it - UCharacter.digit(it))
                                .distinct()
                                .count()
                        <= 1
                && number(text).codePoints().noneMatch(WrittenNumber::mayPassForADigit);
    }

    /** All letters but the x of {@code (0xx)}, which stands for a carrier, and the Japanese mark that people write as a dash. */
    private static boolean mayPassForADigit(int codePoint) {
        return Character.isLetter(codePoint) && codePoint != 'x' && codePoint != 'X' && codePoint != LONG_VOWEL_MARK;
    }

    /** From the first digit up to the extension or the first parameter of a tel: address. */
    private static String number(String text) {
        int first = 0;
        while (first < text.length() && !Character.isDigit(text.charAt(first))) {
            first++;
        }
        int parameters = text.indexOf(';', first);
        String number = text.substring(first, parameters < 0 ? text.length() : parameters);
        Matcher extension = EXTENSION.matcher(number);
        return extension.find() ? number.substring(0, extension.start()) : number;
    }
}
