package dev.tributary.pipeline;

import dev.tributary.run.RunEnded;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunLock;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets one run at a time work on the database. Where a run breaks off for something that passes, such as a deadlock, a database that
 * restarts, or a network that is cut, it lets go of the lock, waits, and goes on where the last commit was, unless another process
 * was quicker.
 */
@Component
class OneAtATime {

    private static final Logger LOG = LoggerFactory.getLogger(OneAtATime.class);

    private final RunLock lock;
    private final RunLedger ledger;
    private final UnderWay underWay;
    private final Executions executions;
    private final Endings endings;
    private final ApplicationEventPublisher events;

    OneAtATime(
            RunLock lock,
            RunLedger ledger,
            UnderWay underWay,
            Executions executions,
            Endings endings,
            ApplicationEventPublisher events) {
        this.lock = lock;
        this.ledger = ledger;
        this.underWay = underWay;
        this.executions = executions;
        this.endings = endings;
        this.events = events;
    }

    /**
     * Works when it is nobody else's turn.
     *
     * @param work decides, alone, what is to be run
     * @param begun is told of the run, once, when it begins
     */
    SyncResult work(Function<Turn, SyncResult> work, Consumer<SyncRun> begun) {
        Turn turn = new Turn(begun);
        while (true) {
            try {
                SyncResult result = alone(turn.run == null ? work : Turn::again, turn);
                if (turn.ended && result instanceof SyncResult.Ran ran) {
                    events.publishEvent(new RunEnded(ran.run()));
                }
                return result;
            } catch (RuntimeException failure) {
                if (turn.run == null || !Failure.isPassing(failure) || !turn.hasMore()) {
                    throw failure;
                }
                LOG.warn("Run {} broke off: {}; it goes on where it was", turn.run.id(), Failure.of(failure));
                turn.patience.pause();
            }
        }
    }

    private SyncResult alone(Function<Turn, SyncResult> work, Turn turn) {
        Optional<RunLock.Held> free = lock.tryAcquire();
        if (free.isEmpty()) {
            return new SyncResult.AlreadyRunning(ledger.recent().stream()
                    .filter(it -> it.state() == RunState.RUNNING)
                    .findFirst()
                    .orElse(null));
        }
        RunLock.Held right = free.get();
        try (right;
                UnderWay.Work mine = underWay.begin(right)) {
            turn.mine = mine;
            return work.apply(turn);
        }
    }

    /** What one may do who holds the lock. Not thread-safe. */
    final class Turn {

        private final Patience patience = new Patience();
        private final Consumer<SyncRun> begun;
        private UnderWay.@Nullable Work mine;
        private @Nullable SyncRun run;
        private @Nullable JobParameters parameters;
        private boolean ended;

        private Turn(Consumer<SyncRun> begun) {
            this.begun = begun;
        }

        /** Begins a run that was just opened. */
        SyncResult begin(SyncRun opened, JobParameters its) {
            note(opened, its);
            return end(opened, executions.begin(its));
        }

        /** Goes on with a run that did not end well. */
        SyncResult goOn(SyncRun unfinished, JobParameters its) {
            ledger.resume(unfinished.id());
            note(unfinished, its);
            return end(unfinished, executions.goOn(unfinished, its));
        }

        /** Somebody else may have gone on with it meanwhile, and even ended it. */
        private SyncResult again() {
            SyncRun now = ledger.find(Objects.requireNonNull(run).id());
            return now.state() == RunState.RUNNING
                    ? goOn(now, Objects.requireNonNull(parameters))
                    : new SyncResult.Ran(now);
        }

        private void note(SyncRun it, JobParameters its) {
            boolean first = run == null;
            run = it;
            parameters = its;
            Objects.requireNonNull(mine).on(it);
            if (first) {
                begun.accept(it);
            }
        }

        private SyncResult end(SyncRun it, JobExecution execution) {
            if (Failure.isPassing(execution) && hasMore()) {
                throw new BrokenOff(Failure.of(execution));
            }
            SyncRun its = endings.of(it, execution, underWay.isEnding());
            ended = true;
            return new SyncResult.Ran(its);
        }

        private boolean hasMore() {
            return patience.hasMore() && !underWay.isEnding();
        }
    }
}
