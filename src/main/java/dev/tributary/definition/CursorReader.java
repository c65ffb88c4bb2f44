package dev.tributary.definition;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code extract.cursor}. */
final class CursorReader {

    private static final String OLDEST_FIRST = "oldest-first";
    private static final List<String> ORDERS = List.of("newest-first", OLDEST_FIRST);
    private static final List<String> FORMATS = List.of(Cursor.EPOCH, Cursor.EPOCH_MILLIS, Cursor.SNOWFLAKE);

    private CursorReader() {}

    static Cursor read(Section cursor) {
        Cursor read = new Cursor(
                Expression.of(cursor, "value", "meta.newest_id"),
                cursor.text("param", "since_id"),
                cursor.parsed("overlap", "96h", Durations::parse, Durations.CURE)
                        .orElse(Duration.ZERO),
                format(cursor),
                cursor.optional("overlapParam", "start_time").orElse(null),
                order(cursor));
        cursor.refuseOthers();
        return read;
    }

    private static Cursor.Order order(Section cursor) {
        return cursor.has("order") && cursor.oneOf("order", ORDERS).equals(OLDEST_FIRST)
                ? Cursor.Order.OLDEST_FIRST
                : Cursor.Order.NEWEST_FIRST;
    }

    /** The key {@code format} of a section; null where there is none. */
    static @Nullable String format(Section section) {
        return section.parsed(
                        "format",
                        "epoch",
                        CursorReader::checked,
                        "use " + String.join(", ", FORMATS) + " or a pattern such as yyyy-MM-dd HH:mm:ss")
                .orElse(null);
    }

    private static String checked(String text) {
        if (!FORMATS.contains(text)) {
            DateTimeFormatter.ofPattern(text, Locale.ROOT);
        }
        return text;
    }
}
