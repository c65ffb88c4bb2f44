package dev.tributary.schedule;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the scheduler fire while the server is up. It begins when everything is ready, the routes too, and ends first. A night that is
 * under way is stopped as any run is.
 */
class Firing implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

    private final Scheduler scheduler;
    private final Schedules schedules;
    private volatile boolean running;

    Firing(Scheduler scheduler, Schedules schedules) {
        this.scheduler = scheduler;
        this.schedules = schedules;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        start();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public void start() {
        schedules.reload();
        try {
            scheduler.start();
            running = true;
        } catch (SchedulerException failure) {
            throw new IllegalStateException("The scheduler cannot be started", failure);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            scheduler.standby();
        } catch (SchedulerException failure) {
            LOG.warn(
                    "The scheduler could not be stopped ({})",
                    failure.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
