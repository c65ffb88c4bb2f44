package dev.tributary.definition;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * Reads the schedule of a job, and refuses one that would not run each of its dates exactly once: where the clock is set forward its
 * time would be skipped, where it is set back it would come twice, and a job has one run for a date.
 */
final class ScheduleReader {

    private static final int YEARS_AHEAD = 10;
    private static final int FIRINGS_LOOKED_AT = 400;
    private static final String EXAMPLE = "0 30 3 * * ?";

    private ScheduleReader() {}

    static Optional<Schedule> read(Section schedule, Clock clock) {
        int before = schedule.problemsSoFar();
        String cron = schedule.text("cron", "\"" + EXAMPLE + "\"");
        ZoneId zone = schedule.parsed("zone", "Europe/Berlin", ZoneId::of, "use a zone such as Europe/Berlin or UTC")
                .orElse(ZoneOffset.UTC);
        schedule.refuseOthers();
        if (schedule.problemsSoFar() > before) {
            return Optional.empty();
        }
        check(schedule, cron, zone, clock.instant());
        return schedule.problemsSoFar() > before ? Optional.empty() : Optional.of(new Schedule(cron, zone));
    }

    private static void check(Section schedule, String cron, ZoneId zone, Instant now) {
        CronExpression local;
        try {
            local = new CronExpression(cron);
        } catch (ParseException wrong) {
            schedule.problem(
                    "cron",
                    "'" + cron + "' cannot be used: " + wrong.getMessage(),
                    "write second, minute, hour, day of the month, month, day of the week, such as \"" + EXAMPLE
                            + "\"");
            return;
        }
        // times of a clock that is never set
        local.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        LocalDateTime from = LocalDateTime.ofInstant(now, zone);
        String twice = twiceADate(local, from);
        String atAChange = twice == null ? atAChange(local, zone, now) : null;
        if (twice != null) {
            schedule.problem(
                    "cron", twice, "run a job once a day, and let its sources be read more often by extract.poll");
        } else if (atAChange != null) {
            schedule.problem(
                    "cron",
                    atAChange,
                    "choose a time that exists there on every day and but once, such as 03:30, or zone: UTC");
        }
    }

    private static @Nullable String twiceADate(CronExpression local, LocalDateTime from) {
        LocalDateTime last = next(local, from);
        if (last == null) {
            return "never comes";
        }
        for (int firing = 0; firing < FIRINGS_LOOKED_AT; firing++) {
            LocalDateTime next = next(local, last);
            if (next == null) {
                return null;
            }
            if (next.toLocalDate().equals(last.toLocalDate())) {
                return "comes more than once on " + last.toLocalDate() + ", and a date has one run";
            }
            last = next;
        }
        return null;
    }

    private static @Nullable String atAChange(CronExpression local, ZoneId zone, Instant now) {
        ZoneRules rules = zone.getRules();
        Instant end = now.plus(YEARS_AHEAD * 366L, ChronoUnit.DAYS);
        for (ZoneOffsetTransition change = rules.nextTransition(now);
                change != null && change.getInstant().isBefore(end);
                change = rules.nextTransition(change.getInstant())) {
            LocalDateTime first = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
            LocalDateTime last = change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
            LocalDateTime time = next(local, first.minusSeconds(1));
            if (time != null && time.isBefore(last)) {
                return time.toLocalTime() + " in " + zone
                        + (change.isGap() ? " does not exist on " : " comes twice on ")
                        + time.toLocalDate() + ", when the clock is set "
                        + (change.isGap() ? "forward" : "back");
            }
        }
        return null;
    }

    private static @Nullable LocalDateTime next(CronExpression local, LocalDateTime after) {
        Date next = local.getNextValidTimeAfter(Date.from(after.toInstant(ZoneOffset.UTC)));
        return next == null ? null : LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
    }
}
