package dev.tributary.schedule;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Schedule;
import dev.tributary.definition.SourceDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What is planned, as all servers on this database share it. A job's schedule and a source's poll are triggers named like them; one
 * whose times are as before is left alone, so that a firing that was missed while no server ran is made up for. Thread-safe.
 */
@Component
@Lazy
public class Schedules {

    private final Definitions definitions;
    private final Scheduler scheduler;

    Schedules(Definitions definitions, Scheduler scheduler) {
        this.definitions = definitions;
        this.scheduler = scheduler;
    }

    /** What a trigger is for. */
    public enum Kind {
        NIGHT,
        POLL
    }

    /**
     * What happens next.
     *
     * @param name of the job or the source
     * @param when as its file says it: {@code 0 30 3 * * ? Europe/Berlin} or {@code every PT15M}
     * @param next null where it never comes again
     * @param previous null where it has not come yet
     */
    public record Planned(
            Kind kind,
            String name,
            String when,
            @Nullable Instant next,
            @Nullable Instant previous) {}

    /** What a reload changed: {@code kind name}, each. */
    public record Reloaded(List<String> added, List<String> changed, List<String> removed, int unchanged) {}

    /** Makes what is planned what the files say. */
    public Reloaded reload() {
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        int unchanged = 0;
        try {
            Map<TriggerKey, Wanted> wanted = wanted();
            for (TriggerKey key : there()) {
                if (!wanted.containsKey(key)) {
                    scheduler.deleteJob(scheduler.getTrigger(key).getJobKey());
                    removed.add(name(key));
                }
            }
            for (Map.Entry<TriggerKey, Wanted> entry : wanted.entrySet()) {
                Trigger old = scheduler.getTrigger(entry.getKey());
                if (old != null && when(old).equals(entry.getValue().when)) {
                    unchanged++;
                } else {
                    schedule(entry.getKey(), entry.getValue());
                    (old == null ? added : changed).add(name(entry.getKey()));
                }
            }
        } catch (SchedulerException failure) {
            throw new IllegalStateException("The schedules cannot be written", failure);
        }
        return new Reloaded(added, changed, removed, unchanged);
    }

    /** Everything that is planned, the next first. */
    public List<Planned> planned() {
        List<Planned> planned = new ArrayList<>();
        try {
            for (TriggerKey key : there()) {
                Trigger it = scheduler.getTrigger(key);
                if (it != null) {
                    planned.add(new Planned(
                            Kind.valueOf(key.getGroup()),
                            key.getName(),
                            when(it),
                            instant(it.getNextFireTime()),
                            instant(it.getPreviousFireTime())));
                }
            }
        } catch (SchedulerException failure) {
            throw new IllegalStateException("The schedules cannot be read", failure);
        }
        planned.sort(Comparator.comparing(Planned::next, Comparator.nullsLast(Comparator.naturalOrder())));
        return planned;
    }

    private record Wanted(Class<? extends Job> job, ScheduleBuilder<?> schedule, String when, Instant first) {}

    private Map<TriggerKey, Wanted> wanted() {
        Map<TriggerKey, Wanted> wanted = new LinkedHashMap<>();
        Instant now = Instant.now();
        definitions.jobs().stream().filter(it -> it.schedule() != null).forEach(it -> {
            wanted.put(new TriggerKey(it.job(), Kind.NIGHT.name()), night(it, now));
        });
        definitions.sources().stream().filter(it -> it.poll() != null).forEach(it -> {
            wanted.put(new TriggerKey(it.source(), Kind.POLL.name()), poll(it, now));
        });
        return wanted;
    }

    private static Wanted night(JobDefinition job, Instant now) {
        Schedule schedule = Objects.requireNonNull(job.schedule());
        CronScheduleBuilder cron = CronScheduleBuilder.cronSchedule(schedule.cron())
                .inTimeZone(TimeZone.getTimeZone(schedule.zone()))
                .withMisfireHandlingInstructionFireAndProceed();
        return new Wanted(NightJob.class, cron, schedule.cron() + " " + schedule.zone(), now);
    }

    private static Wanted poll(SourceDefinition source, Instant now) {
        Duration poll = Objects.requireNonNull(source.poll());
        SimpleScheduleBuilder every = SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(poll.toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNowWithRemainingCount();
        return new Wanted(PollJob.class, every, every(poll.toMillis()), now.plus(poll));
    }

    private void schedule(TriggerKey key, Wanted wanted) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(wanted.job)
                .withIdentity(key.getName(), key.getGroup())
                .requestRecovery()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(job)
                .withSchedule(wanted.schedule)
                .startAt(Date.from(wanted.first))
                .build();
        scheduler.scheduleJob(job, Set.of(trigger), true);
    }

    private List<TriggerKey> there() throws SchedulerException {
        List<TriggerKey> keys = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            keys.addAll(scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(kind.name())));
        }
        return keys;
    }

    private static String when(Trigger trigger) {
        if (trigger instanceof CronTrigger cron) {
            return cron.getCronExpression() + " " + cron.getTimeZone().getID();
        }
        return trigger instanceof SimpleTrigger simple ? every(simple.getRepeatInterval()) : "";
    }

    private static String every(long millis) {
        return "every " + Duration.ofMillis(millis);
    }

    private static String name(TriggerKey key) {
        return key.getGroup().toLowerCase(Locale.ROOT) + " " + key.getName();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
