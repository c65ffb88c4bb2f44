package dev.tributary.cli;

import dev.tributary.report.AuditReport;
import dev.tributary.report.Listing;
import dev.tributary.report.RunSummary;
import dev.tributary.run.RunLedger;
import dev.tributary.run.SyncRun;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "report", description = "Writes the audit report of a run again, from the tables as they are now.")
final class ReportCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The run's number, as 'tributary status' lists it.")
    private long number;

    @Option(
            names = "--whole",
            description =
                    "List all matches, duplicates and unmatched customers there are, and not only what changed since the"
                            + " report before.")
    private boolean whole;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(application -> {
            SyncRun run = application.getBean(RunLedger.class).find(number);
            AuditReport reports = application.getBean(AuditReport.class);
            Path folder = run.report() == null
                    ? session.home().reports().resolve(run.businessDate().toString())
                    : Path.of(run.report()).toAbsolutePath().getParent();
            Path workbook = reports.write(number, run.state(), folder, whole ? Listing.ALL : Listing.NEWS);
            application.getBean(RunLedger.class).reported(number, workbook.toString());
            RunSummary summary = reports.summary(number);
            if (session.isJson()) {
                Answer.json(spec, summary);
            } else {
                Answer.print(spec, SummaryText.of(summary, run));
            }
            return ExitCode.COMPLETED;
        });
    }
}
