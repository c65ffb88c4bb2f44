package dev.tributary.definition;

import java.time.ZoneId;

/**
 * When a job runs by itself: at most once on each date of its zone, and at times that exist there on every date and but once.
 *
 * @param cron an expression of Quartz, seconds first, such as {@code 0 30 3 * * ?}
 * @param zone in which its times are meant
 * @see <a href="https://www.quartz-scheduler.org/documentation/quartz-2.3.0/tutorials/crontrigger.html">Quartz, CronTrigger</a>
 */
public record Schedule(String cron, ZoneId zone) {}
