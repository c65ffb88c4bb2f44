package dev.tributary.pipeline;

import dev.tributary.brake.BrakeLedger;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunParameters;
import dev.tributary.run.SyncRun;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs that somebody starts at a page: they work on after the answer, and one at a time works on a database as from everywhere. When
 * the server is stopped, the run stops behind the records that it is committing; what does not stop in time ends as if it was killed.
 * Either way it goes on where it was when it is started again. Thread-safe.
 */
@Component
@ConditionalOnWebApplication
public class RunsInBackground implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunsInBackground.class);
    private static final Duration TO_BEGIN = Duration.ofSeconds(20);
    private static final Duration TO_STOP = Duration.ofSeconds(25);

    private final Sync sync;
    private final RunLedger ledger;
    private final JobRepository repository;
    private final JobOperator operator;
    private final AtomicReference<@Nullable Work> current = new AtomicReference<>();
    private volatile boolean serving;

    RunsInBackground(Sync sync, RunLedger ledger, JobRepository repository, JobOperator operator) {
        this.sync = sync;
        this.ledger = ledger;
        this.repository = repository;
        this.operator = operator;
    }

    private record Work(long run, CompletableFuture<SyncResult> result) {}

    /**
     * Starts a run and answers when it has begun, or when it is clear that it does not.
     *
     * @return {@link SyncResult.Ran} with the run as it begins; else what stands against it
     * @throws dev.tributary.definition.UnknownDefinition where the job or one of the sources is not defined
     */
    public SyncResult start(SyncRequest request) {
        return begin(begun -> sync.run(request, begun));
    }

    /**
     * Starts a run again that failed, was interrupted or is not whole.
     *
     * @throws dev.tributary.run.UnknownRun where there is no such run
     * @throws LaterAttempt where one has taken its place
     */
    public SyncResult restart(long number) {
        SyncRun run = ledger.find(number);
        SyncRun latest = ledger.latest(run.job(), run.businessDate()).orElse(run);
        if (latest.id() != run.id()) {
            throw new LaterAttempt(latest.id());
        }
        return start(SyncRequest.of(run.job(), run.businessDate()));
    }

    /**
     * Decides a run that is held, and lets it go on.
     *
     * @see Sync#decide(long, BrakeLedger.Decision, String, String)
     */
    public SyncResult decide(long number, BrakeLedger.Decision decision, String actor, @Nullable String reason) {
        return begin(begun -> sync.decide(number, decision, actor, reason, begun));
    }

    /** Whether it is this process that works on the run. */
    public boolean worksOn(long run) {
        Work work = current.get();
        return work != null && work.run == run && !work.result.isDone();
    }

    private SyncResult begin(Function<Consumer<SyncRun>, SyncResult> work) {
        CompletableFuture<SyncResult> answer = new CompletableFuture<>();
        CompletableFuture<SyncResult> result = new CompletableFuture<>();
        Thread worker = new Thread(() -> work(work, answer, result), "run");
        worker.setDaemon(true);
        worker.start();
        try {
            return answer.get(TO_BEGIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof RuntimeException why ? why : new CompletionException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        } catch (TimeoutException slow) {
            return new SyncResult.AlreadyRunning(null);
        }
    }

    private void work(
            Function<Consumer<SyncRun>, SyncResult> work,
            CompletableFuture<SyncResult> answer,
            CompletableFuture<SyncResult> result) {
        try {
            SyncResult ended = work.apply(run -> {
                current.set(new Work(run.id(), result));
                answer.complete(new SyncResult.Ran(run));
            });
            answer.complete(ended);
            result.complete(ended);
        } catch (RuntimeException failure) {
            if (answer.isDone() && serving) {
                LOG.error("A run ended by {}", failure.getClass().getName());
            }
            answer.completeExceptionally(failure);
            result.completeExceptionally(failure);
        }
    }

    @Override
    public void start() {
        serving = true;
    }

    @Override
    public boolean isRunning() {
        return serving;
    }

    @Override
    public void stop() {
        serving = false;
        Work work = current.get();
        if (work != null && !work.result.isDone()) {
            executionOf(work.run).ifPresent(this::stop);
            try {
                work.result.get(TO_STOP.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException unfinished) {
                LOG.warn("Run {} did not stop in time; started again it goes on where its last commit was", work.run);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Optional<JobExecution> executionOf(long run) {
        return repository.findRunningJobExecutions(SyncJob.NAME).stream()
                .filter(it -> Long.valueOf(run).equals(it.getJobParameters().getLong(RunParameters.RUN)))
                .findFirst();
    }

    private void stop(JobExecution execution) {
        try {
            operator.stop(execution);
        } catch (JobExecutionNotRunningException ended) {
            LOG.debug("The run ended by itself");
        }
    }
}
