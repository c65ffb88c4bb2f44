package dev.tributary.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dates of a contact export. A date that may be read in two ways is left out: {@code 03/04/1980} is no date. */
final class ContactDates {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");

    private ContactDates() {}

    static Optional<LocalDate> date(@Nullable String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        Matcher yearFirst = YEAR_FIRST.matcher(cell.strip());
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        Matcher yearLast = YEAR_LAST.matcher(cell.strip());
        return yearLast.matches()
                ? yearLast(yearLast.group(1), yearLast.group(2), yearLast.group(3), yearLast.group(4))
                : Optional.empty();
    }

    /** With points the day comes first; else only where one of the two can be no month, or both are the same. */
    private static Optional<LocalDate> yearLast(String first, String mark, String second, String year) {
        boolean dayFirst = mark.equals(".") || Integer.parseInt(first) > 12 || first.equals(second);
        if (dayFirst) {
            return date(year, second, first);
        }
        return Integer.parseInt(second) > 12 ? date(year, first, second) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** In UTC; a time without an offset is taken for UTC, a date for its first moment. */
    static Optional<LocalDateTime> time(@Nullable String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        String text = cell.strip().replace(' ', 'T');
        return offsetTime(text).or(() -> localTime(text)).or(() -> date(cell).map(LocalDate::atStartOfDay));
    }

    private static Optional<LocalDateTime> offsetTime(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime()
                    .truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> localTime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
