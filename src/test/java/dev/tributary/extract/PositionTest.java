package dev.tributary.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.definition.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                   | 2026-01-31T10:00:00Z      | 2026-01-27T10:00:00Z
            -                   | 2026-01-31T10:00:00.5Z    | 2026-01-27T10:00:00.5Z
            -                   | 2026-01-31T10:00:00+0530  | 2026-01-27T10:00:00+05:30
            -                   | 2026-01-31T10:00:00-08:00 | 2026-01-27T10:00:00-08:00
            -                   | 2026-01-31T10:00          | 2026-01-27T10:00:00
            -                   | 2026-01-31                | 2026-01-27
            -                   | 1750000000000000001       | 1750000000000000001
            epoch               | 1770000000                | 1769654400
            epoch               | 1770000000.000216         | 1769654400.000216
            epoch               | 100                       | 0
            epochMillis         | 1770000000123             | 1769654400123
            snowflake           | 1750000000000000001       | 1748550448537600001
            snowflake           | 5                         | 1
            yyyy-MM-dd HH:mm:ss | 2026-01-31 10:00:00       | 2026-01-27 10:00:00
            """)
    void asksAgainForTheOverlap(@Nullable String format, String before, String sent) {
        Position position = position(format, before);

        assertThat(position.params("x", Optional.empty())).isEqualTo(Map.of("since", sent));
    }

    @Test
    void asksForTheTimeOfTheLastMoveWhereAnIdCannotBeMovedBack() {
        Cursor cursor = new Cursor("id", "since", Duration.ofHours(1), null, "start_time", Cursor.Order.NEWEST_FIRST);
        Optional<Instant> moved = Optional.of(Instant.parse("2026-01-31T10:00:00.123Z"));

        assertThat(new Position(cursor, BERLIN, "abc").params("x", moved))
                .isEqualTo(Map.of("start_time", "2026-01-31T09:00:00Z"));
        assertThat(new Position(cursor, BERLIN, null).params("x", moved)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            - | 9                    | 10                        | 10
            - | 10                   | 9                         | 10
            - | 1512085950.000216    | 1512085950.000300         | 1512085950.000300
            - | 2026-01-31T10:00:00Z | 2026-01-31T10:30:00+01:00 | 2026-01-31T10:00:00Z
            - | b                    | a                         | a
            - | 2026-01-31T10:00     | 2026-01-31T09:00          | 2026-01-31T10:00
            dd.MM.yyyy | 01.02.2026  | 31.01.2026                | 01.02.2026
            """)
    void takesTheNewestOfAllPages(@Nullable String format, String first, String second, String newest) {
        Position position = position(format, null);

        position.read(Map.of("id", first));
        position.read(Map.of("id", List.of(second)));
        position.read(Map.of());

        assertThat(position.after(true)).isEqualTo(newest);
        assertThat(position.after(false)).isNull();
    }

    @Test
    void neverMovesBackAndStaysWhereNothingIsNew() {
        Position position = position(null, "30");

        position.read(Map.of("id", "9"));

        assertThat(position.after(true)).isNull();
        assertThat(position.before()).isEqualTo("30");
    }

    @Test
    void refusesAPositionThatIsAWholeText() {
        Position position = position(null, null);

        assertThatExceptionOfType(SourceFailed.class)
                .isThrownBy(() -> position.read(Map.of("id", "a".repeat(1001))))
                .withMessage(
                        "extract.cursor.value gives a text of more than 1000 characters; point it to a time or an id.");
    }

    @Test
    void quotesNothingOfAPageOnWhichAnExpressionFails() {
        JsonataPath path = new JsonataPath("extract.page.next", "$sum(name)");

        assertThatExceptionOfType(SourceFailed.class)
                .isThrownBy(() -> path.text(Map.of("name", "Anna")))
                .withMessageMatching("extract.page.next fails on the source's page \\([\\w ]+\\);"
                        + " compare it with what the source answers today.");
    }

    private static Position position(@Nullable String format, @Nullable String before) {
        Cursor cursor = new Cursor("id", "since", Duration.ofHours(96), format, null, Cursor.Order.NEWEST_FIRST);
        return new Position(cursor, BERLIN, before);
    }
}
