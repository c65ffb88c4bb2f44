package dev.tributary.notice;

import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Schedule;
import dev.tributary.schedule.BusinessDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Waits, by the hour that a job names, for the night that its schedule began last before it. Where nothing but people or another
 * clock starts the job, it waits for the date of each day, in UTC.
 */
@Component
class ByTheHour implements Nights {

    @Override
    public Optional<Due> due(JobDefinition job, Instant now) {
        return Optional.ofNullable(job.told().by()).flatMap(by -> due(by, job.schedule(), now));
    }

    private static Optional<Due> due(LocalTime by, @Nullable Schedule schedule, Instant now) {
        ZonedDateTime hour = last(by, now.atZone(schedule == null ? ZoneOffset.UTC : schedule.zone()));
        if (schedule == null) {
            return Optional.of(new Due(hour.toLocalDate(), hour.toInstant()));
        }
        Optional<LocalDate> before =
                BusinessDates.of(schedule, hour.minusDays(1).toInstant());
        return BusinessDates.of(schedule, hour.toInstant())
                .filter(date -> !before.equals(Optional.of(date)))
                .map(date -> new Due(date, hour.toInstant()));
    }

    private static ZonedDateTime last(LocalTime by, ZonedDateTime now) {
        ZonedDateTime today = now.toLocalDate().atTime(by).atZone(now.getZone());
        return today.isAfter(now) ? now.toLocalDate().minusDays(1).atTime(by).atZone(now.getZone()) : today;
    }
}
