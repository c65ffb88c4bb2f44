package dev.tributary.schedule;

import dev.tributary.definition.Schedule;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * The business date of a firing: the date, in the schedule's zone, of the last time at or before it that the schedule names. A firing
 * that comes late, because no server ran at its time, is the run of the date that it missed; of several missed dates it is the last.
 */
public final class BusinessDates {

    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final Duration FARTHEST = Duration.ofDays(366 * 5L);

    private BusinessDates() {}

    /** Empty where the schedule never came up to then. */
    public static Optional<LocalDate> of(Schedule schedule, Instant firing) {
        CronExpression cron = cron(schedule);
        for (Duration back = LOOK_BACK; back.compareTo(FARTHEST) < 0; back = back.multipliedBy(2)) {
            Instant last = last(cron, firing.minus(back), firing);
            if (last != null) {
                return Optional.of(LocalDate.ofInstant(last, schedule.zone()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Instant last(CronExpression cron, Instant after, Instant until) {
        Instant last = null;
        for (Date next = cron.getNextValidTimeAfter(Date.from(after));
                next != null && !next.toInstant().isAfter(until);
                next = cron.getNextValidTimeAfter(next)) {
            last = next.toInstant();
        }
        return last;
    }

    private static CronExpression cron(Schedule schedule) {
        try {
            CronExpression cron = new CronExpression(schedule.cron());
            cron.setTimeZone(TimeZone.getTimeZone(schedule.zone()));
            return cron;
        } catch (ParseException wasChecked) {
            throw new IllegalArgumentException("no cron expression: " + schedule.cron(), wasChecked);
        }
    }
}
