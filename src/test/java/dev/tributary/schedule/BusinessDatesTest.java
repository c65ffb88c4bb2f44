package dev.tributary.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDatesTest {

    private static Schedule at(String cron, String zone) {
        return new Schedule(cron, ZoneId.of(zone));
    }

    @ParameterizedTest(name = "{0} in {1}, fired at {2}, is the run of {3}")
    @CsvSource({
        "0 30 3 * * ?, UTC, 2026-05-31T03:30:00Z, 2026-05-31",
        "0 30 3 * * ?, UTC, 2026-05-31T03:29:59Z, 2026-05-30",
        // in Kiritimati the next day has begun
        "0 30 3 * * ?, Pacific/Kiritimati, 2026-05-30T13:30:00Z, 2026-05-31",
        // 03:30 in summer and in winter
        "0 30 3 * * ?, Europe/Berlin, 2026-10-25T02:30:00Z, 2026-10-25",
        "0 30 3 * * ?, Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-24",
        // nobody served for three nights: the run is that of the last one
        "0 30 3 * * ?, UTC, 2026-06-03T01:00:00Z, 2026-06-02",
        // a week late
        "0 0 5 ? * MON, UTC, 2026-06-07T23:00:00Z, 2026-06-01",
        "0 0 5 1 1 ?, UTC, 2026-12-31T23:00:00Z, 2026-01-01"
    })
    void aFiringIsTheRunOfTheLastDateThatWasDue(String cron, String zone, Instant firing, LocalDate date) {
        assertThat(BusinessDates.of(at(cron, zone), firing)).contains(date);
    }

    @Test
    void whatWasNeverDueHasNoDate() {
        assertThat(BusinessDates.of(at("0 0 5 1 1 ? 2099", "UTC"), Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }
}
