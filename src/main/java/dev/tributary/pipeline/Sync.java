package dev.tributary.pipeline;

import dev.tributary.brake.BrakeLedger;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.report.AuditReport;
import dev.tributary.report.ReportFolder;
import dev.tributary.run.Equation;
import dev.tributary.run.Home;
import dev.tributary.run.Restage;
import dev.tributary.run.RunEnded;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunLock;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Runs a job for a business date: once, however often and from wherever it is asked for. A run that was killed or failed goes on
 * where its last commit was.
 */
@Component
public class Sync {

    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final int TRIES = 3;
    private static final String STOPPED =
            "it was stopped together with the server; started again it goes on where it was";

    private final Definitions definitions;
    private final RunLedger ledger;
    private final RunLock lock;
    private final BrakeLedger brakes;
    private final Equation equation;
    private final AuditReport report;
    private final Home home;
    private final ApplicationEventPublisher events;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;

    Sync(
            Definitions definitions,
            RunLedger ledger,
            RunLock lock,
            BrakeLedger brakes,
            Equation equation,
            AuditReport report,
            Home home,
            ApplicationEventPublisher events,
            JobOperator operator,
            JobRepository repository,
            Job job) {
        this.definitions = definitions;
        this.ledger = ledger;
        this.lock = lock;
        this.brakes = brakes;
        this.equation = equation;
        this.report = report;
        this.home = home;
        this.events = events;
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
        return run(request, run -> {});
    }

    /**
     * The same.
     *
     * @param begun is told of the run when nothing stands against it any more
     */
    SyncResult run(SyncRequest request, Consumer<SyncRun> begun) {
        JobDefinition definition = definitions.job(request.job());
        request.sources().forEach(definitions::source);
        return alone(() -> runAlone(request, definition, begun));
    }

    /**
     * Ends a run that the brake holds, as a person decided: it is published, where it was rejected without the links that its rules
     * made. Those before it that are held end with it.
     *
     * @param actor who decided
     * @throws dev.tributary.run.UnknownRun where there is no such run
     * @throws NothingToDecide where it is not held, or another run is held on top of it
     * @throws dev.tributary.definition.UnknownDefinition where its job is not defined any more
     */
    public SyncResult decide(long number, BrakeLedger.Decision decision, String actor, @Nullable String reason) {
        return decide(number, decision, actor, reason, run -> {});
    }

    /**
     * The same.
     *
     * @param begun is told of the run when the decision is written down
     */
    SyncResult decide(
            long number,
            BrakeLedger.Decision decision,
            String actor,
            @Nullable String reason,
            Consumer<SyncRun> begun) {
        ledger.find(number);
        return alone(() -> decideAlone(ledger.find(number), decision, actor, reason, begun));
    }

    private SyncResult alone(Supplier<SyncResult> work) {
        Optional<RunLock.Held> held = lock.tryAcquire();
        if (held.isEmpty()) {
            return new SyncResult.AlreadyRunning(ledger.recent().stream()
                    .filter(it -> it.state() == RunState.RUNNING)
                    .findFirst()
                    .orElse(null));
        }
        RunLock.Held mine = held.get();
        SyncResult result;
        try (mine) {
            result = work.get();
        }
        if (result instanceof SyncResult.Ran ran) {
            events.publishEvent(new RunEnded(ran.run()));
        }
        return result;
    }

    private SyncResult decideAlone(
            SyncRun run,
            BrakeLedger.Decision decision,
            String actor,
            @Nullable String reason,
            Consumer<SyncRun> begun) {
        Optional<BrakeLedger.Decision> before = isUnfinished(run) ? brakes.decision(run.id()) : Optional.empty();
        if (before.isEmpty()) {
            decideHeld(run, decision, actor, reason);
        } else if (before.get() != decision) {
            throw new NothingToDecide("Run " + run.id() + " was " + before.get()
                    + " before, and did not come to its end; the same decision goes on");
        }
        List<String> sources = definitions.job(run.job()).sources();
        return new SyncResult.Ran(resume(run, Parameters.of(run, sources, Restage.NONE), begun));
    }

    private SyncResult runAlone(SyncRequest request, JobDefinition definition, Consumer<SyncRun> begun) {
        Optional<SyncRun> latest = ledger.latest(request.job(), request.businessDate());
        if (latest.isPresent() && isUnfinished(latest.get())) {
            return new SyncResult.Ran(resume(latest.get(), Parameters.of(latest.get(), request, definition), begun));
        }
        if (latest.isPresent() && latest.get().state() == RunState.HELD) {
            return new SyncResult.Held(latest.get());
        }
        if (latest.isPresent() && latest.get().state() == RunState.COMPLETED && !request.isFurtherAttempt()) {
            return new SyncResult.AlreadyComplete(latest.get());
        }
        SyncRun run = ledger.open(request.job(), request.businessDate());
        return new SyncResult.Ran(execute(run, Parameters.of(run, request, definition), begun));
    }

    private void decideHeld(SyncRun run, BrakeLedger.Decision decision, String actor, @Nullable String reason) {
        if (run.state() != RunState.HELD) {
            throw new NothingToDecide("Run " + run.id() + " is " + run.state()
                    + ": only a run that is HELD can be decided; 'tributary status' lists the last runs");
        }
        SyncRun newest = ledger.held().get(0);
        if (newest.id() != run.id()) {
            throw new NothingToDecide("Run " + newest.id() + " is held on top of run " + run.id()
                    + ", and both count together; decide run " + newest.id());
        }
        brakes.decide(run.id(), decision, actor, reason);
    }

    private static boolean isUnfinished(SyncRun run) {
        return switch (run.state()) {
            case RUNNING, FAILED, STOPPED -> true;
            case COMPLETED, PARTIAL, HELD -> false;
        };
    }

    /** What holds the lock knows that whoever was at work on this run is dead. */
    private SyncRun resume(SyncRun run, JobParameters parameters, Consumer<SyncRun> begun) {
        JobInstance instance = repository.getJobInstance(SyncJob.NAME, parameters);
        JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
        ledger.resume(run.id());
        if (last == null) {
            forget(instance);
            return execute(run, parameters, begun);
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            return ended(run, last);
        }
        LOG.info("Run {} did not end; it goes on where it was", run.id());
        if (last.getStatus().isRunning()) {
            operator.recover(last);
        }
        return execute(run, last.getJobParameters(), begun);
    }

    /** Spring Batch refuses to start a job that was only announced when the process died. */
    private void forget(@Nullable JobInstance announced) {
        if (announced != null) {
            repository.deleteJobInstance(announced);
        }
    }

    private SyncRun execute(SyncRun run, JobParameters parameters, Consumer<SyncRun> begun) {
        begun.accept(run);
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
            ledger.held().stream().map(SyncRun::id).filter(it -> it < run.id()).forEach(this::endWell);
            return endWell(run.id());
        }
        if (execution.getStatus() == BatchStatus.STOPPED && brakes.holds(run.id())) {
            return endUnpublished(run, RunState.HELD, ledger.find(run.id()).failure());
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            LOG.warn("Run {} was stopped; started again it goes on where it was", run.id());
            return ledger.end(run.id(), RunState.STOPPED, STOPPED);
        }
        return endUnpublished(run, RunState.FAILED, Failure.of(execution));
    }

    private SyncRun endWell(long run) {
        return ledger.end(run, Verdicts.of(equation.failedSources(run)), null);
    }

    private SyncRun endUnpublished(SyncRun run, RunState state, @Nullable String why) {
        SyncRun ended = ledger.end(run.id(), state, why);
        LOG.atLevel(state == RunState.HELD ? Level.WARN : Level.ERROR).log("Run {}: {}", run.id(), ended.failure());
        ledger.reported(
                run.id(),
                report.write(run.id(), state, ReportFolder.of(home, ended)).toString());
        return ledger.find(run.id());
    }
}
