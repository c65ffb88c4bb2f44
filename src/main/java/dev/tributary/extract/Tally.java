package dev.tributary.extract;

import dev.tributary.definition.Expect;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the pages of one leg gave, and what they say there is. Not thread-safe. */
final class Tally {

    private static final Logger log = LoggerFactory.getLogger(Tally.class);

    private final JsonataPath records;
    private final Optional<JsonataPath> total;
    private final Optional<JsonataPath> cut;
    private long fetched;
    private @Nullable Long expected;
    private boolean isCut;

    Tally(Expect expect) {
        this.records = new JsonataPath("extract.expect.records", expect.records());
        this.total = Optional.ofNullable(expect.total()).map(it -> new JsonataPath("extract.expect.total", it));
        this.cut = Optional.ofNullable(expect.cut()).map(it -> new JsonataPath("extract.expect.cut", it));
    }

    /** Of several totals the lowest counts: while the pages are read more may be said, and something be deleted. */
    void read(Object page) {
        fetched += records.count(page);
        total.flatMap(it -> it.text(page)).flatMap(Tally::number).ifPresent(this::expect);
        isCut |= cut.flatMap(it -> it.text(page)).isPresent();
    }

    private void expect(long records) {
        expected = expected == null ? records : Math.min(expected, records);
    }

    long fetched() {
        return fetched;
    }

    @Nullable
    Long expected() {
        return expected;
    }

    /** Whether the source says that it left something out. */
    boolean isCut() {
        return isCut;
    }

    /** What is no number tells nothing, and is no reason to lose the page. */
    private static Optional<Long> number(String text) {
        try {
            return Optional.of(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException other) {
            log.warn("extract.expect.total gives something that is no whole number, so it is not compared.");
            return Optional.empty();
        }
    }
}
