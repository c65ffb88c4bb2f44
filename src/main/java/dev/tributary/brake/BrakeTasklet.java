package dev.tributary.brake;

import dev.tributary.brake.BrakeLedger.Decision;
import dev.tributary.run.RunLedger;
import dev.tributary.run.SyncRun;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Stops the job before anything is published where the run is over a budget. Started again after a person decided, it lets the
 * run pass; one that was rejected without its new links.
 */
class BrakeTasklet implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(BrakeTasklet.class);

    private final Budgets budgets;
    private final BrakeLedger ledger;
    private final RunLedger runs;
    private final long run;

    BrakeTasklet(Budgets budgets, BrakeLedger ledger, RunLedger runs, long run) {
        this.budgets = budgets;
        this.ledger = ledger;
        this.runs = runs;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        Optional<Decision> decision = ledger.decision(run);
        if (decision.isEmpty()) {
            Measured measured = ledger.measure(run);
            Optional<String> why = budgets.whyHeld(measured, waiting());
            ledger.note(run, measured, why.isPresent());
            why.ifPresent(it -> {
                runs.holdBecause(run, it);
                contribution.getStepExecution().setTerminateOnly();
            });
        } else if (decision.get() == Decision.REJECTED) {
            LOG.info("Run {} was rejected: {} links are taken back", run, ledger.takeBack(run));
            ledger.note(run, ledger.measure(run), true);
        }
        return RepeatStatus.FINISHED;
    }

    private List<Long> waiting() {
        return runs.held().stream()
                .map(SyncRun::id)
                .filter(it -> it < run)
                .sorted()
                .toList();
    }
}
