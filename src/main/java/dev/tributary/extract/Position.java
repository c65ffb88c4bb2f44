package dev.tributary.extract;

import dev.tributary.definition.Cursor;
import dev.tributary.run.FailureCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far one source was read before this run, and how far it is read now. */
final class Position implements Progress {

    private static final Logger log = LoggerFactory.getLogger(Position.class);
    private static final int LONGEST = 1000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,60}(\\.\\d{1,20})?");

    private final Cursor cursor;
    private final CursorFormat format;
    private final JsonataPath value;
    private final @Nullable String before;
    private @Nullable String newest;

    /** @param before null where the source was never read */
    Position(Cursor cursor, ZoneId zone, @Nullable String before) {
        this.cursor = cursor;
        this.format = CursorFormat.of(cursor.format(), zone);
        this.value = new JsonataPath("extract.cursor.value", cursor.value());
        this.before = before;
        this.newest = before;
    }

    /**
     * The parameters that ask for what is new since the position before, less the overlap; none where there was none.
     *
     * @param moved when the cursor moved last
     */
    Map<String, String> params(String source, Optional<Instant> moved) {
        if (before == null) {
            return Map.of();
        }
        if (cursor.overlap().isZero()) {
            return Map.of(cursor.param(), before);
        }
        if (format.time(before).isPresent()) {
            return Map.of(cursor.param(), format.earlier(before, cursor.overlap()));
        }
        if (cursor.overlapParam() != null && moved.isPresent()) {
            Instant since = moved.get().minus(cursor.overlap()).truncatedTo(ChronoUnit.SECONDS);
            return Map.of(cursor.overlapParam(), since.toString());
        }
        log.warn(
                "The cursor of source {} is an id, so its overlap has no effect; see format and overlapParam of"
                        + " extract.cursor.",
                source);
        return Map.of(cursor.param(), before);
    }

    /** Takes in what a page says; the position never moves back. */
    @Override
    public void read(Object page) {
        List<String> values = value.texts(page);
        if (values.stream().anyMatch(text -> text.length() > LONGEST)) {
            throw new SourceFailed(
                    FailureCode.UNEXPECTED_ANSWER,
                    "extract.cursor.value gives a text of more than " + LONGEST
                            + " characters; point it to a time or an" + " id.");
        }
        values.forEach(text -> newest = newest == null ? text : newer(newest, text));
    }

    @Override
    public @Nullable String before() {
        return before;
    }

    @Override
    public @Nullable String after(boolean lastPage) {
        boolean may = lastPage || cursor.order() == Cursor.Order.OLDEST_FIRST;
        return may && newest != null && !newest.equals(before) ? newest : null;
    }

    @Override
    public boolean movesBeforeTheEnd() {
        return cursor.order() == Cursor.Order.OLDEST_FIRST;
    }

    private String newer(String one, String other) {
        Optional<Instant> oneTime = format.time(one);
        Optional<Instant> otherTime = format.time(other);
        if (oneTime.isPresent() && otherTime.isPresent() && !oneTime.equals(otherTime)) {
            return oneTime.get().isAfter(otherTime.get()) ? one : other;
        }
        if (NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()) {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) > 0 ? one : other;
        }
        return other;
    }
}
