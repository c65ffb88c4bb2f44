package dev.tributary.notice;

import dev.tributary.definition.JobDefinition;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Waits for a night each day: that of today once its hour has struck, until then that of yesterday. */
@Component
class ByTheHour implements Nights {

    @Override
    public Optional<Due> due(JobDefinition job, Instant now) {
        return Optional.ofNullable(job.told().by()).map(by -> last(by, ZoneOffset.UTC, now));
    }

    private static Due last(LocalTime by, ZoneId zone, Instant now) {
        ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(by).atZone(zone);
        ZonedDateTime hour = today.toInstant().isAfter(now)
                ? today.toLocalDate().minusDays(1).atTime(by).atZone(zone)
                : today;
        return new Due(hour.toLocalDate(), hour.toInstant());
    }
}
