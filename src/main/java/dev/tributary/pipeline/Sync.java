package dev.tributary.pipeline;

import dev.tributary.brake.BrakeLedger;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.run.Restage;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.stereotype.Component;

/**
 * Runs a job for a business date: once, however often and from wherever it is asked for. A run that was killed, stopped or failed
 * goes on where its last commit was.
 */
@Component
public class Sync {

    private final Definitions definitions;
    private final RunLedger ledger;
    private final BrakeLedger brakes;
    private final OneAtATime oneAtATime;

    Sync(Definitions definitions, RunLedger ledger, BrakeLedger brakes, OneAtATime oneAtATime) {
        this.definitions = definitions;
        this.ledger = ledger;
        this.brakes = brakes;
        this.oneAtATime = oneAtATime;
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
        return oneAtATime.work(turn -> run(request, definition, turn), begun);
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
        return oneAtATime.work(
                turn -> {
                    SyncRun run = ledger.find(number);
                    decide(run, decision, actor, reason);
                    return turn.goOn(run, ofAllSources(run));
                },
                begun);
    }

    /**
     * Goes on with a run whose process died, or that was stopped with its server, unless somebody is at it, or it has ended meanwhile.
     *
     * @param begun is told of the run when nobody else is at work
     */
    SyncResult recover(long number, Consumer<SyncRun> begun) {
        return oneAtATime.work(
                turn -> {
                    SyncRun run = ledger.find(number);
                    return run.state() == RunState.RUNNING || run.state() == RunState.STOPPED && run.goesOn()
                            ? turn.goOn(run, ofAllSources(run))
                            : new SyncResult.AlreadyComplete(run);
                },
                begun);
    }

    private SyncResult run(SyncRequest request, JobDefinition definition, OneAtATime.Turn turn) {
        Optional<SyncRun> latest = ledger.latest(request.job(), request.businessDate());
        if (latest.isPresent() && isUnfinished(latest.get())) {
            return turn.goOn(latest.get(), Parameters.of(latest.get(), request, definition));
        }
        if (latest.isPresent() && latest.get().state() == RunState.HELD) {
            return new SyncResult.Held(latest.get());
        }
        if (latest.isPresent() && latest.get().state() == RunState.COMPLETED && !request.isFurtherAttempt()) {
            return new SyncResult.AlreadyComplete(latest.get());
        }
        SyncRun run = ledger.open(request.job(), request.businessDate());
        return turn.begin(run, Parameters.of(run, request, definition));
    }

    /** A decision that was written down before its run came to its end stands. */
    private void decide(SyncRun run, BrakeLedger.Decision decision, String actor, @Nullable String reason) {
        Optional<BrakeLedger.Decision> before = isUnfinished(run) ? brakes.decision(run.id()) : Optional.empty();
        if (before.isEmpty()) {
            decideHeld(run, decision, actor, reason);
        } else if (before.get() != decision) {
            throw new NothingToDecide("Run " + run.id() + " was " + before.get()
                    + " before, and did not come to its end; the same decision goes on");
        }
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

    private JobParameters ofAllSources(SyncRun run) {
        List<String> sources = definitions.job(run.job()).sources();
        return Parameters.of(run, sources, Restage.NONE);
    }

    private static boolean isUnfinished(SyncRun run) {
        return switch (run.state()) {
            case RUNNING, FAILED, STOPPED -> true;
            case COMPLETED, PARTIAL, HELD -> false;
        };
    }
}
