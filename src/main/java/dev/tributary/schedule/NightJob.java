package dev.tributary.schedule;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.Schedule;
import dev.tributary.pipeline.Sync;
import dev.tributary.pipeline.SyncRequest;
import dev.tributary.pipeline.SyncResult;
import dev.tributary.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.InterruptableJob;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a job for the business date of the firing. Where another run is at work, it waits for its turn; where its server dies, Quartz
 * fires it again on another one, and the date is still run once.
 */
@DisallowConcurrentExecution
class NightJob implements InterruptableJob {

    private static final Logger LOG = LoggerFactory.getLogger(NightJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Sync sync;
    private final Definitions definitions;
    private volatile boolean interrupted;

    NightJob(Sync sync, Definitions definitions) {
        this.sync = sync;
        this.definitions = definitions;
    }

    @Override
    public void execute(JobExecutionContext firing) throws JobExecutionException {
        String job = firing.getJobDetail().getKey().getName();
        SyncResult result = run(job, firing.getScheduledFireTime().toInstant());
        if (result instanceof SyncResult.Ran ran && ran.run().state() == RunState.FAILED) {
            throw new JobExecutionException("run " + ran.run().id() + " of " + job + " failed");
        }
    }

    /** The run of the firing, on the thread that asks. */
    SyncResult run(String job, Instant firing) throws JobExecutionException {
        Schedule schedule = definitions.job(job).schedule();
        if (schedule == null) {
            throw new JobExecutionException("job " + job + " has no schedule in this server's files; start it again");
        }
        LocalDate date = BusinessDates.of(schedule, firing)
                .orElseThrow(() -> new JobExecutionException("job " + job + " was never due"));
        return inTurn(SyncRequest.of(job, date));
    }

    private SyncResult inTurn(SyncRequest request) throws JobExecutionException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        SyncResult result = sync.run(request);
        while (result instanceof SyncResult.AlreadyRunning && System.nanoTime() < end && !interrupted) {
            pause();
            result = sync.run(request);
        }
        if (result instanceof SyncResult.AlreadyRunning) {
            LOG.error("{} for {} did not get its turn", request.job(), request.businessDate());
            throw new JobExecutionException(request.job() + " for " + request.businessDate() + " did not get its turn");
        }
        return result;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void interrupt() {
        interrupted = true;
    }
}
