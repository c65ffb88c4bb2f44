package dev.tributary.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.spi.OperableTrigger;

/** A year of nights, fired by Quartz' own trigger, in zones whose clocks are set at different times. */
class YearOfNightsTest {

    private static final String AT_HALF_PAST_THREE = "0 30 3 * * ?";
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2028, 1, 1);

    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC"})
    void everyDateHasItsRunAndNoneHasTwo(String zone) {
        List<LocalDate> dates = new ArrayList<>();
        Schedule schedule = new Schedule(AT_HALF_PAST_THREE, ZoneId.of(zone));
        OperableTrigger trigger = trigger(schedule);
        for (Date firing = trigger.getNextFireTime(); isOfTheYear(firing, schedule); ) {
            dates.add(BusinessDates.of(schedule, firing.toInstant()).orElseThrow());
            trigger.triggered(null);
            firing = trigger.getNextFireTime();
        }
        assertThat(dates)
                .containsExactlyElementsOf(NEW_YEAR.datesUntil(NEXT_YEAR).toList());
    }

    /** Servers are down for up to four days at a time: what was missed is made up for once, as the run of the last date missed. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 1", "America/New_York, 2", "Australia/Lord_Howe, 3", "America/Santiago, 4"})
    void whatWasMissedIsMadeUpForOnce(String zone, long seed) {
        Random random = new Random(seed);
        Schedule schedule = new Schedule(AT_HALF_PAST_THREE, ZoneId.of(zone));
        OperableTrigger trigger = trigger(schedule);
        List<LocalDate> dates = new ArrayList<>();
        int missed = 0;
        for (Date firing = trigger.getNextFireTime();
                isOfTheYear(firing, schedule);
                firing = trigger.getNextFireTime()) {
            Instant now = firing.toInstant();
            if (random.nextInt(10) == 0) {
                Instant back = now.plus(Duration.ofMinutes(2 + random.nextInt(4 * 24 * 60)));
                missed += (int) Duration.between(now, back).toDays();
                trigger.setNextFireTime(Date.from(back));
                now = back;
            }
            dates.add(BusinessDates.of(schedule, now).orElseThrow());
            trigger.triggered(null);
        }
        assertThat(dates).as("one run for a date").doesNotHaveDuplicates().isSorted();
        assertThat(new TreeSet<>(dates)).hasSizeBetween(365 - missed - 4, 365);
        assertThat(missed).isPositive();
    }

    private static boolean isOfTheYear(Date firing, Schedule schedule) {
        return firing.toInstant()
                .isBefore(NEXT_YEAR.atStartOfDay(schedule.zone()).toInstant());
    }

    private static OperableTrigger trigger(Schedule schedule) {
        OperableTrigger trigger = (OperableTrigger) TriggerBuilder.newTrigger()
                .withSchedule(CronScheduleBuilder.cronSchedule(schedule.cron())
                        .inTimeZone(TimeZone.getTimeZone(schedule.zone())))
                .startAt(Date.from(NEW_YEAR.atStartOfDay(schedule.zone()).toInstant()))
                .build();
        trigger.computeFirstFireTime(null);
        return trigger;
    }
}
