package dev.tributary.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far an API was read, so that the next run asks only for what is new.
 *
 * <p>The cursor is the newest of the values that the pages of a run gave. Times and whole numbers are compared; of texts
 * that are neither, the last page's counts.
 *
 * <p>The next run sends it less {@code overlap}, for platforms show late what was said, edited or deleted before. A time is
 * moved back by the overlap, and so is an X id, which holds a time, with {@code format: snowflake}. Any other id cannot
 * be moved back and is sent as it is; where there is {@code overlapParam}, the id is not sent, but that parameter with
 * the time of the last move less the overlap.
 *
 * @param value JSONata that gives the position of a page, or of each of its records
 * @param param the parameter that takes it; with a body, the dotted path of a field of it
 * @param overlap zero where nothing is read again
 * @param format {@code epoch}, {@code epochMillis}, {@code snowflake} or a pattern of {@code DateTimeFormatter}; null where
 *     the value is ISO 8601 or an id
 * @param overlapParam takes a time in ISO 8601; null where the API has none
 * @param order in which the API gives its records
 */
public record Cursor(
        String value,
        String param,
        Duration overlap,
        @Nullable String format,
        @Nullable String overlapParam,
        Order order) {

    public static final String EPOCH = "epoch";
    public static final String EPOCH_MILLIS = "epochMillis";
    public static final String SNOWFLAKE = "snowflake";

    /** Decides when the cursor may move. */
    public enum Order {
        /**
         * The first page holds the newest records, so the cursor moves with the last page only: a run that breaks off reads
         * again what it read, and skips nothing.
         */
        NEWEST_FIRST,
        /** Every page moves the cursor: a run that breaks off, or uses up its budget, goes on there the next time. */
        OLDEST_FIRST
    }
}
