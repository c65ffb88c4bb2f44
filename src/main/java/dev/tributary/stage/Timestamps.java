package dev.tributary.stage;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the times that sources write. Thread-safe.
 *
 * <p>Understood without a pattern: ISO 8601 in its many spellings (with {@code T} or a space, with or without seconds and
 * fraction, the offset as {@code Z}, {@code +02:00}, {@code +0200}, after a space, or {@code UTC}). A time without an offset is
 * one of the zone that is given. A date that no calendar has, such as 30 February, is no time, and neither is one that the tables
 * cannot hold.
 */
final class Timestamps {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' ']")
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** One less than the tables hold at either end, for the offset may lead into the next year. */
    private static final int FIRST_YEAR = 1;

    private static final int LAST_YEAR = 9998;

    private static final Map<String, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

    private Timestamps() {}

    /** @throws DateTimeException where the text is no such time */
    static OffsetDateTime parse(String text, ZoneId zone) {
        String trimmed = text.strip();
        if (trimmed.endsWith("UTC")) {
            return parse(ISO, trimmed.substring(0, trimmed.length() - 3).strip() + "Z", zone);
        }
        return parse(ISO, trimmed, zone);
    }

    /**
     * @param pattern of {@link DateTimeFormatter}, with English names; {@code y} and {@code u} are the same
     * @throws DateTimeException where the text does not follow the pattern
     * @throws IllegalArgumentException where the pattern is none
     */
    static OffsetDateTime parse(String text, String pattern, ZoneId zone) {
        return parse(PATTERNS.computeIfAbsent(pattern, Timestamps::formatter), text.strip(), zone);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .parseLenient()
                .appendPattern(withoutEra(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A strict formatter asks for the era of a {@code y}, which no source writes. */
    private static String withoutEra(String pattern) {
        StringBuilder converted = new StringBuilder();
        boolean literal = false;
        for (char letter : pattern.toCharArray()) {
            literal ^= letter == '\'';
            converted.append(letter == 'y' && !literal ? 'u' : letter);
        }
        return converted.toString();
    }

    private static OffsetDateTime parse(DateTimeFormatter formatter, String text, ZoneId zone) {
        OffsetDateTime time = anyTime(formatter, text, zone);
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("a year that the tables cannot hold");
        }
        return time;
    }

    private static OffsetDateTime anyTime(DateTimeFormatter formatter, String text, ZoneId zone) {
        TemporalAccessor parsed =
                formatter.parseBest(text, OffsetDateTime::from, ZonedDateTime::from, LocalDateTime::from);
        if (parsed instanceof OffsetDateTime offset) {
            return offset;
        }
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toOffsetDateTime();
        }
        return ((LocalDateTime) parsed).atZone(zone).toOffsetDateTime();
    }
}
