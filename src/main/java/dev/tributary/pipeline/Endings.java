package dev.tributary.pipeline;

import dev.tributary.brake.BrakeLedger;
import dev.tributary.report.AuditReport;
import dev.tributary.report.ReportFolder;
import dev.tributary.run.Equation;
import dev.tributary.run.Home;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;

/** What a run came to, by what Spring Batch says of its job. */
@Component
class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final String STOPPED = "it was stopped; started again it goes on where it was";

    private final RunLedger ledger;
    private final BrakeLedger brakes;
    private final Equation equation;
    private final AuditReport report;
    private final Home home;
    private final boolean server;

    Endings(
            RunLedger ledger,
            BrakeLedger brakes,
            Equation equation,
            AuditReport report,
            Home home,
            ApplicationContext application) {
        this.ledger = ledger;
        this.brakes = brakes;
        this.equation = equation;
        this.report = report;
        this.home = home;
        this.server = application instanceof WebApplicationContext;
    }

    /**
     * Notes how the run ended; those that were held before it end with one that ends well.
     *
     * @param ending whether the process is ending, so that what failed was cut short
     */
    SyncRun of(SyncRun run, JobExecution execution, boolean ending) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            ledger.held().stream().map(SyncRun::id).filter(it -> it < run.id()).forEach(this::well);
            return well(run.id());
        }
        if (execution.getStatus() == BatchStatus.STOPPED && brakes.holds(run.id())) {
            return unpublished(run, RunState.HELD, ledger.find(run.id()).failure());
        }
        if (execution.getStatus() == BatchStatus.STOPPED || ending) {
            LOG.warn("Run {} was stopped; started again it goes on where it was", run.id());
            SyncRun stopped = ledger.end(run.id(), RunState.STOPPED, STOPPED);
            if (server) {
                ledger.stoppedWithServer(run.id());
            }
            return stopped;
        }
        return unpublished(run, RunState.FAILED, Failure.of(execution));
    }

    private SyncRun well(long run) {
        return ledger.end(run, Verdicts.of(equation.failedSources(run)), null);
    }

    private SyncRun unpublished(SyncRun run, RunState state, @Nullable String why) {
        SyncRun ended = ledger.end(run.id(), state, why);
        LOG.atLevel(state == RunState.HELD ? Level.WARN : Level.ERROR).log("Run {}: {}", run.id(), ended.failure());
        ledger.reported(
                run.id(),
                report.write(run.id(), state, ReportFolder.of(home, ended)).toString());
        return ledger.find(run.id());
    }
}
