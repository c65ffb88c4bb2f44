package dev.tributary.pipeline;

import dev.tributary.brake.BrakeLedger;
import dev.tributary.run.RunLedger;
import dev.tributary.run.SyncRun;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Runs that somebody starts at a page: they work on after the answer, and one at a time works on a database as from everywhere.
 * Thread-safe.
 */
@Component
@ConditionalOnWebApplication
public class RunsInBackground {

    private static final Logger LOG = LoggerFactory.getLogger(RunsInBackground.class);
    private static final Duration TO_BEGIN = Duration.ofSeconds(20);

    private final Sync sync;
    private final RunLedger ledger;
    private final UnderWay underWay;

    RunsInBackground(Sync sync, RunLedger ledger, UnderWay underWay) {
        this.sync = sync;
        this.ledger = ledger;
        this.underWay = underWay;
    }

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
        return underWay.isOn(run);
    }

    private SyncResult begin(Function<Consumer<SyncRun>, SyncResult> work) {
        CompletableFuture<SyncResult> answer = new CompletableFuture<>();
        Thread worker = new Thread(() -> work(work, answer), "run");
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

    private void work(Function<Consumer<SyncRun>, SyncResult> work, CompletableFuture<SyncResult> answer) {
        try {
            answer.complete(work.apply(run -> answer.complete(new SyncResult.Ran(run))));
        } catch (RuntimeException failure) {
            if (!answer.completeExceptionally(failure) && !underWay.isEnding()) {
                LOG.error("A run ended by {}", Failure.of(failure));
            }
        }
    }
}
