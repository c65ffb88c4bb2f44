package dev.tributary.cli;

import dev.tributary.evaluate.Evaluation;
import dev.tributary.evaluate.Evaluator;
import dev.tributary.report.AuditReport;
import dev.tributary.report.RunSummary;
import dev.tributary.run.RunLedger;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = {
            "Compares what the runs made of a home folder with what is known to be true: precision and recall of the links by",
            "DIR/truth.csv, and of the duplicates by DIR/duplicates.csv, and the equation of the last run. No row changes."
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A home folder that 'generate' made, after a 'sync' of it.")
    private Path folder;

    @Option(
            names = "--truth",
            paramLabel = "DIR",
            description = "Where the truth lies, if it is not in the home folder.")
    private @Nullable Path truth;

    @SuppressWarnings("NullAway.Init")
    EvaluateCommand(Session session) {
        this.session = session;
    }

    /** @param balances whether every record that the run read is accounted for */
    private record Answered(long run, boolean balances, RunSummary.Source equation, Evaluation evaluation) {}

    @Override
    public Integer call() {
        Path of = truth == null ? folder : truth;
        Evaluator.requireTruthIn(of);
        session.home(folder);
        return session.with(application -> evaluate(application, of));
    }

    private int evaluate(ApplicationContext application, Path of) {
        Long run = application.getBean(RunLedger.class).recent().stream()
                .findFirst()
                .map(it -> it.id())
                .orElse(null);
        if (run == null) {
            spec.commandLine().getErr().println("No run yet. Start one with: tributary --home " + folder + " sync");
            return ExitCode.FAILED;
        }
        Evaluation evaluation = application.getBean(Evaluator.class).evaluate(of);
        RunSummary summary = application.getBean(AuditReport.class).summary(run);
        if (session.isJson()) {
            Answer.json(spec, new Answered(run, summary.balances(), summary.total(), evaluation));
        } else {
            Answer.print(spec, EvaluationText.of(summary, evaluation));
        }
        return summary.balances() ? ExitCode.COMPLETED : ExitCode.FAILED;
    }
}
