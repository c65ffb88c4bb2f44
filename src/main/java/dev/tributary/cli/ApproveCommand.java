package dev.tributary.cli;

import dev.tributary.brake.BrakeLedger.Decision;
import dev.tributary.pipeline.Sync;
import dev.tributary.pipeline.SyncResult;
import dev.tributary.pipeline.SyncResult.Ran;
import dev.tributary.report.AuditReport;
import dev.tributary.report.RunSummary;
import dev.tributary.run.SyncRun;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "approve",
        description = {
            "Decides a run that is held: publishes it, and those before it that are held.",
            "With --reject the links that its rules made are taken back, and the rest is published."
        })
final class ApproveCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The run's number, as 'tributary status' lists it.")
    private long number;

    @Option(names = "--reject", description = "Take back the new links, and publish the rest.")
    private boolean reject;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who ask later.")
    private @Nullable String reason;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who decides (default: ${DEFAULT-VALUE}).")
    private String actor;

    @SuppressWarnings("NullAway.Init")
    ApproveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Decision decision = reject ? Decision.REJECTED : Decision.APPROVED;
        return session.with(application -> {
            SyncResult result = application.getBean(Sync.class).decide(number, decision, actor, reason);
            if (result instanceof Ran) {
                Trail.decision(application, actor, "approve " + number + (reject ? " --reject" : ""));
            }
            return tell(result, application);
        });
    }

    private int tell(SyncResult result, ApplicationContext application) {
        if (!(result instanceof Ran ran)) {
            spec.commandLine().getErr().println("A run is under way on this database; nothing was decided. Try again.");
            return ExitCode.FAILED;
        }
        SyncRun run = ran.run();
        RunSummary summary = application.getBean(AuditReport.class).summary(run.id());
        if (session.isJson()) {
            Answer.json(spec, summary);
        } else {
            Answer.print(spec, SummaryText.of(summary, run));
        }
        return ExitCode.of(run.state());
    }
}
