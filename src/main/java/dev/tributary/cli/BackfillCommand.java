package dev.tributary.cli;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.JobDefinition;
import dev.tributary.pipeline.Backfill;
import dev.tributary.pipeline.Filled;
import dev.tributary.pipeline.SyncResult;
import dev.tributary.report.AuditReport;
import dev.tributary.report.RunSummary;
import dev.tributary.run.SyncRun;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backfill",
        description = {
            "Asks a source again for the days of which something is missing, and for no others: those that it cut or refused, on",
            "which it was down, or for which nobody asked. A further run of its job brings what it gives to the timelines.",
            "Its cursor stays. Exit code 4 where some days stay open."
        })
final class BackfillCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "The source.")
    private String source;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day (UTC), as 2026-05-01.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day (UTC), at most yesterday (default).")
    private @Nullable LocalDate to;

    @Option(names = "--dry-run", description = "Only show the holes: the source is not asked.")
    private boolean dryRun;

    @Option(names = "--job", paramLabel = "JOB", description = "The job (default: the first that reads the source).")
    private @Nullable String job;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The business date of the run, as 2026-05-31 (default: today in UTC).")
    private @Nullable LocalDate date;

    @SuppressWarnings("NullAway.Init")
    BackfillCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate last = to == null ? today.minusDays(1) : to;
        if (last.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--from " + from + " is after --to " + last);
        }
        return session.with(application -> fill(
                new Backfill.Request(
                        source, from, last, job(application.getBean(Definitions.class)), date == null ? today : date),
                application));
    }

    private String job(Definitions definitions) {
        definitions.source(source);
        return job != null
                ? job
                : definitions.jobs().stream()
                        .filter(it -> it.sources().contains(source))
                        .map(JobDefinition::job)
                        .findFirst()
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(), "No job reads the source " + source + "; name one with --job"));
    }

    private int fill(Backfill.Request request, ApplicationContext application) {
        Backfill backfill = application.getBean(Backfill.class);
        Filled filled = dryRun ? backfill.look(request) : backfill.fill(request);
        SyncRun run = filled.result() instanceof SyncResult.Ran ran ? ran.run() : null;
        RunSummary summary =
                run == null ? null : application.getBean(AuditReport.class).summary(run.id());
        if (session.isJson()) {
            Answer.json(spec, BackfillAnswer.of(request, filled, summary));
        } else {
            Answer.print(spec, BackfillText.of(request, filled));
            if (run != null && summary != null) {
                Answer.print(spec, SummaryText.of(summary, run));
            }
        }
        return exitCode(filled, run);
    }

    private static int exitCode(Filled filled, @Nullable SyncRun run) {
        int code = run == null ? ExitCode.COMPLETED : ExitCode.of(run.state());
        if (filled.result() instanceof SyncResult.Held) {
            return ExitCode.HELD;
        }
        return code == ExitCode.COMPLETED && !filled.isWhole() ? ExitCode.PARTIAL : code;
    }
}
