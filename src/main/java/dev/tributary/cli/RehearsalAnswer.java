package dev.tributary.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tributary.pipeline.Rehearsed;
import dev.tributary.pipeline.Rehearsed.Change;
import dev.tributary.report.RunSummary;
import java.util.List;

/**
 * What {@code --json} says of a rehearsed night: the summary of a run, without a report, and what would become of whom.
 *
 * @param riskiest the first of each kind
 */
record RehearsalAnswer(
        boolean dryRun,
        @JsonUnwrapped RunSummary summary,
        List<String> skipped,
        long moves,
        long splits,
        long joins,
        long asks,
        List<Change> riskiest) {

    static RehearsalAnswer of(RunSummary run, Rehearsed rehearsed) {
        RunSummary summary = new RunSummary(
                run.job(), run.businessDate(), run.run(), run.state(), run.sources(), run.people(), null, run.held());
        return new RehearsalAnswer(
                true,
                summary,
                rehearsed.skipped(),
                rehearsed.moves().count(),
                rehearsed.splits().count(),
                rehearsed.joins().count(),
                rehearsed.asks().count(),
                rehearsed.riskiest());
    }
}
