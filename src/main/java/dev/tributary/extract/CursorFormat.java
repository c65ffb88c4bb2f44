package dev.tributary.extract;

import dev.tributary.definition.Cursor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a cursor as a time, and writes it earlier in the form that the source used. */
interface CursorFormat {

    /** The time that the cursor holds; empty where it holds none. */
    Optional<Instant> time(String cursor);

    /** @param cursor one that holds a time */
    String earlier(String cursor, Duration overlap);

    /** The time as the source writes it. */
    String written(Instant time);

    static CursorFormat of(@Nullable String format, ZoneId zone) {
        if (format == null) {
            return new Written(ISO, null, zone);
        }
        return switch (format) {
            case Cursor.EPOCH -> new Number(3);
            case Cursor.EPOCH_MILLIS -> new Number(0);
            case Cursor.SNOWFLAKE -> new Snowflake();
            default -> {
                DateTimeFormatter pattern = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
                yield new Written(pattern, pattern, zone);
            }
        };
    }

    /** ISO 8601, with {@code +00:00} or {@code +0000} or no offset at all, with or without a time of the day. */
    DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** @param scale how many decimal places of the number the milliseconds are */
    record Number(int scale) implements CursorFormat {

        @Override
        public Optional<Instant> time(String cursor) {
            try {
                return Optional.of(Instant.ofEpochMilli(
                        new BigDecimal(cursor).movePointRight(scale).longValue()));
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        }

        @Override
        public String written(Instant time) {
            return BigDecimal.valueOf(time.toEpochMilli())
                    .movePointLeft(scale)
                    .toBigInteger()
                    .toString();
        }

        @Override
        public String earlier(String cursor, Duration overlap) {
            BigDecimal back = BigDecimal.valueOf(overlap.toMillis()).movePointLeft(scale);
            BigDecimal moved = new BigDecimal(cursor).subtract(back).max(BigDecimal.ZERO);
            return (moved.stripTrailingZeros().scale() <= 0 ? moved.stripTrailingZeros() : moved).toPlainString();
        }
    }

    /** The ids of X: milliseconds since its own epoch, and 22 bits more. */
    record Snowflake() implements CursorFormat {

        private static final int BITS = 22;
        private static final long EPOCH = 1_288_834_974_657L;

        @Override
        public Optional<Instant> time(String cursor) {
            return cursor.matches("\\d{1,19}")
                    ? Optional.of(Instant.ofEpochMilli(
                            new BigInteger(cursor).shiftRight(BITS).longValue() + EPOCH))
                    : Optional.empty();
        }

        @Override
        public String written(Instant time) {
            return BigInteger.valueOf(time.toEpochMilli() - EPOCH)
                    .shiftLeft(BITS)
                    .max(BigInteger.ONE)
                    .toString();
        }

        @Override
        public String earlier(String cursor, Duration overlap) {
            BigInteger back = BigInteger.valueOf(overlap.toMillis()).shiftLeft(BITS);
            return new BigInteger(cursor).subtract(back).max(BigInteger.ONE).toString();
        }
    }

    /** @param output null where ISO 8601 is written as precisely as it was read */
    record Written(DateTimeFormatter input, @Nullable DateTimeFormatter output, ZoneId zone) implements CursorFormat {

        @Override
        public Optional<Instant> time(String cursor) {
            try {
                return Optional.of(instant(read(cursor)));
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }

        @Override
        public String written(Instant time) {
            return output == null ? time.toString() : output.format(time.atZone(zone));
        }

        @Override
        public String earlier(String cursor, Duration overlap) {
            TemporalAccessor read = read(cursor);
            if (read instanceof OffsetDateTime time) {
                return write(time.minus(overlap), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            }
            if (read instanceof LocalDateTime time) {
                return write(time.minus(overlap), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            }
            long days = overlap.plusDays(1).minusNanos(1).toDays();
            return write(((LocalDate) read).minusDays(days), DateTimeFormatter.ISO_LOCAL_DATE);
        }

        private String write(TemporalAccessor time, DateTimeFormatter iso) {
            return (output == null ? iso : output).format(time);
        }

        private TemporalAccessor read(String cursor) {
            return input.parseBest(cursor, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        }

        private Instant instant(TemporalAccessor read) {
            if (read instanceof OffsetDateTime time) {
                return time.toInstant();
            }
            LocalDateTime local = read instanceof LocalDateTime time ? time : ((LocalDate) read).atStartOfDay();
            return local.atZone(zone).toInstant();
        }
    }
}
