package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDatesTest {

    @ParameterizedTest
    @CsvSource({
        "1980-04-03, 1980-04-03",
        "1980/4/3, 1980-04-03",
        "19800403, 1980-04-03",
        "03.04.1980, 1980-04-03",
        "3.4.1980, 1980-04-03",
        "23/04/1980, 1980-04-23",
        "04/23/1980, 1980-04-23",
        "04/04/1980, 1980-04-04",
        "1980-04-03T00:00:00, 1980-04-03"
    })
    void readsADateThatCanBeReadInOneWay(String cell, LocalDate date) {
        assertThat(ContactDates.date(cell)).contains(date);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "03/04/1980", "3-4-1980", "30.02.1980", "1980", "80-04-03", "April 3, 1980", "1980-13-01"})
    void guessesNoDate(String cell) {
        assertThat(ContactDates.date(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T10:00:00+02:00, 2026-05-04T08:00",
        "2026-05-04T08:00:00Z, 2026-05-04T08:00",
        "2026-05-04 08:00:00, 2026-05-04T08:00",
        "2026-05-04T08:00:00.1234567Z, 2026-05-04T08:00:00.123456",
        "2026-05-04, 2026-05-04T00:00"
    })
    void readsATimeInUtc(String cell, LocalDateTime time) {
        assertThat(ContactDates.time(cell)).contains(time);
    }
}
