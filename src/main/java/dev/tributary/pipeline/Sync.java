package dev.tributary.pipeline;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.report.AuditReport;
import dev.tributary.run.Equation;
import dev.tributary.run.Home;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunLock;
import dev.tributary.run.RunParameters;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Runs a job for a business date: once, however often and from wherever it is asked for. A run that was killed or failed goes on
 * where its last commit was.
 */
@Component
public class Sync {

    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final int TRIES = 3;

    private final Definitions definitions;
    private final RunLedger ledger;
    private final RunLock lock;
    private final Equation equation;
    private final AuditReport report;
    private final Home home;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;

    Sync(
            Definitions definitions,
            RunLedger ledger,
            RunLock lock,
            Equation equation,
            AuditReport report,
            Home home,
            JobOperator operator,
            JobRepository repository,
            Job job) {
        this.definitions = definitions;
        this.ledger = ledger;
        this.lock = lock;
        this.equation = equation;
        this.report = report;
        this.home = home;
        this.operator = operator;
        this.repository = repository;
        this.job = job;
    }

    /**
     * Runs to the end; nobody else runs on this database meanwhile.
     *
     * @throws dev.tributary.definition.UnknownDefinition where the job or one of the sources is not defined
     */
    public SyncResult run(SyncRequest request) {
        JobDefinition definition = definitions.job(request.job());
        request.sources().forEach(definitions::source);
        Optional<RunLock.Held> held = lock.tryAcquire();
        if (held.isEmpty()) {
            return new SyncResult.AlreadyRunning(ledger.recent().stream()
                    .filter(it -> it.state() == RunState.RUNNING)
                    .findFirst()
                    .orElse(null));
        }
        RunLock.Held mine = held.get();
        try (mine) {
            return runAlone(request, definition);
        }
    }

    private SyncResult runAlone(SyncRequest request, JobDefinition definition) {
        Optional<SyncRun> latest = ledger.latest(request.job(), request.businessDate());
        if (latest.isPresent() && isUnfinished(latest.get())) {
            return new SyncResult.Ran(resume(latest.get(), parameters(latest.get(), request, definition)));
        }
        if (latest.isPresent() && latest.get().state() == RunState.COMPLETED && !request.isFurtherAttempt()) {
            return new SyncResult.AlreadyComplete(latest.get());
        }
        SyncRun run = ledger.open(request.job(), request.businessDate());
        return new SyncResult.Ran(execute(run, parameters(run, request, definition)));
    }

    private static boolean isUnfinished(SyncRun run) {
        return run.state() == RunState.RUNNING || run.state() == RunState.FAILED;
    }

    /** What holds the lock knows that whoever was at work on this run is dead. */
    private SyncRun resume(SyncRun run, JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(SyncJob.NAME, parameters);
        JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
        ledger.resume(run.id());
        if (last == null) {
            forget(instance);
            return execute(run, parameters);
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            return ended(run, last);
        }
        LOG.info("Run {} did not end; it goes on where it was", run.id());
        if (last.getStatus().isRunning()) {
            operator.recover(last);
        }
        return execute(run, last.getJobParameters());
    }

    /** Spring Batch refuses to start a job that was only announced when the process died. */
    private void forget(@Nullable JobInstance announced) {
        if (announced != null) {
            repository.deleteJobInstance(announced);
        }
    }

    private SyncRun execute(SyncRun run, JobParameters parameters) {
        JobExecution execution = start(parameters);
        for (int tries = 1; tries < TRIES && Failure.isTransient(execution); tries++) {
            LOG.warn("Run {}: {}; it goes on where it was", run.id(), Failure.of(execution));
            execution = start(parameters);
        }
        return ended(run, execution);
    }

    private JobExecution start(JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (Exception refused) {
            throw new IllegalStateException("Spring Batch refused to start the job", refused);
        }
    }

    private SyncRun ended(SyncRun run, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return ledger.end(run.id(), Verdicts.of(equation.failedSources(run.id())), null);
        }
        SyncRun failed = ledger.end(run.id(), RunState.FAILED, Failure.of(execution));
        LOG.error("Run {}: {}", run.id(), failed.failure());
        ledger.reported(
                run.id(),
                report.write(run.id(), RunState.FAILED, ReportFolder.of(home, failed))
                        .toString());
        return ledger.find(run.id());
    }

    private static JobParameters parameters(SyncRun run, SyncRequest request, JobDefinition definition) {
        List<String> sources = request.sources().isEmpty() ? definition.sources() : request.sources();
        return new JobParametersBuilder()
                .addString(RunParameters.JOB, run.job())
                .addString(RunParameters.BUSINESS_DATE, run.businessDate().toString())
                .addLong(RunParameters.ATTEMPT, (long) run.attempt())
                .addLong(RunParameters.RUN, run.id(), false)
                .addString(RunParameters.SOURCES, String.join(",", sources), false)
                .addString(RunParameters.RESTAGE, String.valueOf(request.restage()), false)
                .toJobParameters();
    }
}
