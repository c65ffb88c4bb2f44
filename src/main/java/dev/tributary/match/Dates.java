package dev.tributary.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of birth as eight digits, yyyyMMdd. */
final class Dates {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})([-/. ]{1,2})(\\d{1,2})[-/. ]{1,2}(\\d{4})(?: .*)?");

    private Dates() {}

    /**
     * The digits of a date whose parts are in any order. A day and a month that cannot be told apart are taken day first, as
     * most of the world writes them: a comparison sees the other reading as CLOSE.
     *
     * @return null where the text is no date, or one that stands for an unknown date
     */
    static @Nullable String canonical(String raw) {
        String text = raw.strip();
        String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        if (!isDigits(digits)) {
            digits = parts(text);
        }
        return digits == null || digits.length() != 8 || isPlaceholder(digits) ? null : digits;
    }

    private static @Nullable String parts(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return yearFirst.group(1) + two(yearFirst.group(2)) + two(yearFirst.group(3));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (!yearLast.matches()) {
            return null;
        }
        String first = two(yearLast.group(1));
        String second = two(yearLast.group(3));
        boolean isMonthFirst = second.compareTo("12") > 0;
        return yearLast.group(4) + (isMonthFirst ? first + second : second + first);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(it -> it >= '0' && it <= '9');
    }

    private static boolean isPlaceholder(String digits) {
        return switch (digits) {
            case "00000000", "19000101", "99991231", "11111111" -> true;
            default -> false;
        };
    }

    /** CLOSE: a digit, a pair of neighbours or day and month slipped. SIMILAR: two of year, month and day are the same. */
    static Agreement compare(String one, String other) {
        if (one.equals(other)) {
            return Agreement.SAME;
        }
        boolean year = one.regionMatches(0, other, 0, 4);
        boolean month = one.regionMatches(4, other, 4, 2);
        boolean day = one.regionMatches(6, other, 6, 2);
        boolean swapped = year && one.regionMatches(4, other, 6, 2) && one.regionMatches(6, other, 4, 2);
        if (swapped || Edits.within(one, other, 1)) {
            return Agreement.CLOSE;
        }
        boolean two = year && (month || day) || month && day;
        return two ? Agreement.SIMILAR : Agreement.DIFFERENT;
    }
}
