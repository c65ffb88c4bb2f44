package dev.tributary.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Brake;
import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Notify;
import dev.tributary.definition.Schedule;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which night has to be complete by now. */
class ByTheHourTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-02T04:29:59Z | 2026-06-01 | 2026-06-01T04:30:00Z
            2026-06-02T04:30:00Z | 2026-06-02 | 2026-06-02T04:30:00Z
            2026-06-02T21:00:00Z | 2026-06-02 | 2026-06-02T04:30:00Z
            2026-12-02T05:29:59Z | 2026-12-01 | 2026-12-01T05:30:00Z
            2026-12-02T05:30:00Z | 2026-12-02 | 2026-12-02T05:30:00Z
            """)
    void itIsTheNightOfTodayFromItsHourOnInTheZoneOfTheSchedule(Instant now, String date, Instant hour) {
        assertThat(new ByTheHour().due(job("06:30", new Schedule("0 30 3 * * ?", BERLIN)), now))
                .hasValueSatisfying(due -> {
                    assertThat(due.businessDate()).isEqualTo(date);
                    assertThat(due.hour()).isEqualTo(hour);
                });
    }

    @Test
    void aNightThatBeginsBeforeMidnightIsThatOfTheDayOnWhichItBegan() {
        assertThat(new ByTheHour()
                        .due(
                                job("02:00", new Schedule("0 30 23 * * ?", BERLIN)),
                                Instant.parse("2026-06-02T00:00:00Z")))
                .hasValueSatisfying(due -> assertThat(due.businessDate()).isEqualTo("2026-06-01"));
    }

    @Test
    void nobodyWaitsOnSundayForAJobThatRunsOnWorkingDays() {
        Schedule workingDays = new Schedule("0 30 3 ? * MON-FRI", BERLIN);

        assertThat(new ByTheHour().due(job("06:30", workingDays), Instant.parse("2026-06-05T05:00:00Z")))
                .hasValueSatisfying(due -> assertThat(due.businessDate()).isEqualTo("2026-06-05"));
        assertThat(new ByTheHour().due(job("06:30", workingDays), Instant.parse("2026-06-07T05:00:00Z")))
                .isEmpty();
    }

    @Test
    void withoutAScheduleItIsTheDateOfTheDayInUtc() {
        assertThat(new ByTheHour().due(job("06:30", null), Instant.parse("2026-06-02T06:30:00Z")))
                .hasValueSatisfying(due -> assertThat(due.businessDate()).isEqualTo("2026-06-02"));
    }

    @Test
    void nobodyWaitsWhereNoHourIsNamed() {
        assertThat(new ByTheHour().due(job(null, null), Instant.parse("2026-06-02T06:30:00Z")))
                .isEmpty();
    }

    private static JobDefinition job(@Nullable String by, @Nullable Schedule schedule) {
        Notify told = new Notify(null, null, by == null ? null : LocalTime.parse(by), null);
        return new JobDefinition("nightly-sync", null, List.of("mail"), Brake.STANDARD, told, schedule);
    }
}
