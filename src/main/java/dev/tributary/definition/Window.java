package dev.tributary.definition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * For APIs that give what was said between two times. One window follows the other, from the cursor until now; each is paged
 * through before the next begins. The cursor is the end of the last window of which every page has landed, so a run that
 * breaks off leaves no gap.
 *
 * <p><code>${window.from}</code> and <code>${window.to}</code> stand for the two times, in params or in the body. In a JSON
 * body, a text that is nothing else becomes a number where the format is one.
 *
 * @param size the longest window that the API allows
 * @param start where the first window of the first run begins: a span of time back from then, such as {@code 30d}, or a date
 * @param overlap how far the first window of a later run begins before the cursor, for what platforms show late
 * @param format {@code epoch}, {@code epochMillis}, {@code snowflake} or a pattern of {@code DateTimeFormatter}; null for ISO 8601
 */
public record Window(
        Duration size,
        String start,
        Duration overlap,
        @Nullable String format) {

    public static final String FROM = "window.from";
    public static final String TO = "window.to";

    public Instant first(Instant now, ZoneId zone) {
        return isDate(start)
                ? LocalDate.parse(start).atStartOfDay(zone).toInstant()
                : now.minus(Durations.positive(start));
    }

    /** Whether the times are whole numbers. */
    public boolean countsTime() {
        return Cursor.EPOCH.equals(format) || Cursor.EPOCH_MILLIS.equals(format) || Cursor.SNOWFLAKE.equals(format);
    }

    /** @throws RuntimeException where it is neither a date nor a span of time */
    static String start(String text) {
        if (isDate(text)) {
            LocalDate.parse(text);
        } else {
            Durations.positive(text);
        }
        return text;
    }

    private static boolean isDate(String text) {
        return text.matches("\\d{4}-.*");
    }
}
