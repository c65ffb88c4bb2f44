package dev.tributary.cli;

import dev.tributary.pipeline.DryRun;
import dev.tributary.pipeline.Rehearsed;
import dev.tributary.pipeline.Sync;
import dev.tributary.pipeline.SyncRequest;
import dev.tributary.pipeline.SyncResult;
import dev.tributary.report.AuditReport;
import dev.tributary.report.RunSummary;
import dev.tributary.run.Restage;
import dev.tributary.run.SyncRun;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sync",
        description = {
            "Runs a job once for a business date: extracts, stages, finds out who is who, publishes, reports.",
            "A run that was killed goes on where it was; a date that is complete is left alone."
        })
final class SyncCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "JOB",
            defaultValue = "nightly-sync",
            description = "The job (default: ${DEFAULT-VALUE}).")
    private String job;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The business date, as 2026-05-31 (default: today in UTC).")
    private @Nullable LocalDate date;

    @Option(names = "--source", paramLabel = "NAME", split = ",", description = "Only these sources of the job.")
    private List<String> sources = List.of();

    @Option(names = "--again", description = "Run although the date is complete: read what came since.")
    private boolean again;

    @Option(
            names = "--restage",
            description = "Stage every landed segment again, as after a mapping was mended. Implies --again.")
    private boolean restage;

    @Option(
            names = "--dry-run",
            description = "Rehearse: run on a copy, tell who would join, split or move, and change nothing.")
    private boolean dryRun;

    @SuppressWarnings("NullAway.Init")
    SyncCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        LocalDate businessDate = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
        SyncRequest request = new SyncRequest(job, businessDate, sources, again, restage ? Restage.ALL : Restage.NONE);
        if (dryRun) {
            return session.rehearsing(
                    application -> tell(application.getBean(DryRun.class).run(request), application));
        }
        return session.with(application -> {
            SyncResult result = application.getBean(Sync.class).run(request);
            return new SyncAnswer(spec, session.isJson(), job, application).tell(result);
        });
    }

    private int tell(Rehearsed rehearsed, ApplicationContext application) {
        SyncRun run = rehearsed.run();
        RunSummary summary = application.getBean(AuditReport.class).summary(run.id());
        if (session.isJson()) {
            Answer.json(spec, RehearsalAnswer.of(summary, rehearsed));
        } else {
            Answer.print(spec, RehearsalText.of(summary, rehearsed));
        }
        return ExitCode.of(run.state());
    }
}
