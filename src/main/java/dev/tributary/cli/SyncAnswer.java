package dev.tributary.cli;

import dev.tributary.pipeline.SyncResult;
import dev.tributary.pipeline.SyncResult.AlreadyComplete;
import dev.tributary.pipeline.SyncResult.AlreadyRunning;
import dev.tributary.pipeline.SyncResult.Held;
import dev.tributary.pipeline.SyncResult.Ran;
import dev.tributary.report.AuditReport;
import dev.tributary.report.RunSummary;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Model.CommandSpec;

/** What a command that runs a job answers. */
final class SyncAnswer {

    private final CommandSpec spec;
    private final boolean json;
    private final String job;
    private final AuditReport reports;

    SyncAnswer(CommandSpec spec, boolean json, String job, ApplicationContext application) {
        this.spec = spec;
        this.json = json;
        this.job = job;
        this.reports = application.getBean(AuditReport.class);
    }

    /** @return the exit code */
    int tell(SyncResult result) {
        if (result instanceof AlreadyRunning running) {
            return tellRunning(running.run());
        }
        if (result instanceof AlreadyComplete complete) {
            RunSummary summary =
                    SummaryText.ofNothingRead(reports.summary(complete.run().id()));
            answer(summary, SummaryText.alreadyComplete(summary));
            return ExitCode.COMPLETED;
        }
        if (result instanceof Held held) {
            RunSummary summary = reports.summary(held.run().id());
            answer(SummaryText.ofNothingRead(summary), SummaryText.held(summary, held.run()));
            return ExitCode.HELD;
        }
        SyncRun run = ((Ran) result).run();
        if (run.state() == RunState.STOPPED) {
            return tellStopped(run);
        }
        RunSummary summary = reports.summary(run.id());
        answer(summary, SummaryText.of(summary, run));
        return ExitCode.of(run.state());
    }

    /** Says that nothing was there to run for. */
    int nothingToDo(String why) {
        if (json) {
            Answer.json(spec, new Refused(job, "NOTHING_TO_DO", null));
        } else {
            Answer.print(spec, why);
        }
        return ExitCode.COMPLETED;
    }

    /** The process is ending, and the database with it. */
    private int tellStopped(SyncRun run) {
        spec.commandLine().getErr().println("Run " + run.id() + " was stopped; the same command goes on where it was.");
        if (json) {
            Answer.json(spec, new Refused(job, run.state().name(), run.id()));
        }
        return ExitCode.of(run.state());
    }

    private int tellRunning(@Nullable SyncRun run) {
        String which =
                run == null ? "Another run" : "Run " + run.id() + " of " + run.job() + " for " + run.businessDate();
        spec.commandLine().getErr().println(which + " is under way on this database; nothing was started.");
        if (json) {
            Answer.json(spec, new Refused(job, "ALREADY_RUNNING", run == null ? null : run.id()));
        }
        return ExitCode.COMPLETED;
    }

    private void answer(RunSummary summary, String text) {
        if (json) {
            Answer.json(spec, summary);
        } else {
            Answer.print(spec, text);
        }
    }

    /** What {@code --json} says where nothing was started. */
    private record Refused(
            String job, String state, @Nullable Long run) {}
}
