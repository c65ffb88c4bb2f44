package dev.tributary.console;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the pages show them. Every time comes in UTC, as the tables keep it; null becomes an empty text. Thread-safe. */
final class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final ZoneId zone;

    Moments(ZoneId zone) {
        this.zone = zone;
    }

    /** The zone in which times are shown, such as {@code UTC}. */
    public String zone() {
        return zone.getId();
    }

    /** Such as {@code 4 May 2026, 07:41}. */
    public String minute(@Nullable LocalDateTime utc) {
        return shown(utc, MINUTE);
    }

    /** Such as {@code 07:41}. */
    public String clock(@Nullable LocalDateTime utc) {
        return shown(utc, CLOCK);
    }

    /** Such as {@code 4 May 2026}. */
    public String day(@Nullable LocalDateTime utc) {
        return shown(utc, DAY);
    }

    /** Such as {@code 4 May 2026}: a date that is none of a zone's. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : DAY.format(date);
    }

    /** For {@code <time datetime>}: {@code 2026-05-04T07:41:12Z}. */
    public String machine(@Nullable LocalDateTime utc) {
        return utc == null ? "" : utc.toInstant(ZoneOffset.UTC).toString();
    }

    /** Such as {@code 3 h 12 min}, {@code 4 min} or {@code 12 s}. */
    public String span(@Nullable Duration span) {
        if (span == null) {
            return "";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }

    private String shown(@Nullable LocalDateTime utc, DateTimeFormatter format) {
        return utc == null ? "" : format.format(utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone));
    }
}
