package dev.tributary.pipeline;

import dev.tributary.report.AuditReport;
import dev.tributary.report.ReportFolder;
import dev.tributary.run.Equation;
import dev.tributary.run.Home;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SourceCounts;
import java.nio.file.Path;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes the audit report, and fails a run whose counts do not balance. */
class ReportTasklet implements Tasklet {

    private final AuditReport report;
    private final Equation equation;
    private final RunLedger ledger;
    private final Home home;
    private final long run;

    ReportTasklet(AuditReport report, Equation equation, RunLedger ledger, Home home, long run) {
        this.report = report;
        this.equation = equation;
        this.ledger = ledger;
        this.home = home;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        boolean balances = equation.of(run).values().stream().allMatch(SourceCounts::balances);
        RunState state = balances ? Verdicts.of(equation.failedSources(run)) : RunState.FAILED;
        Path workbook = report.write(run, state, ReportFolder.of(home, ledger.find(run)));
        ledger.reported(run, workbook.toString());
        if (!balances) {
            throw new EquationDoesNotBalance(workbook);
        }
        return RepeatStatus.FINISHED;
    }
}
