package dev.tributary.notice;

import dev.tributary.report.EquationView;
import dev.tributary.report.RunSummary;
import dev.tributary.report.StateWords;
import dev.tributary.run.SyncRun;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a run is told: in numbers and reasons, without a word that a customer wrote and without anybody's name. */
@Component
class RunWords {

    private final ConsoleAddress console;

    RunWords(ConsoleAddress console) {
        this.console = console;
    }

    static String title(SyncRun run) {
        return run.job() + " for " + run.businessDate() + ": " + StateWords.state(run.state());
    }

    /** @param summary of the same run */
    String of(SyncRun run, RunSummary summary) {
        List<String> parts = new ArrayList<>();
        parts.add(StateWords.meaning(run.state()) + because(run));
        parts.add(next(run, summary));
        parts.add(numbers(summary));
        EquationView equation = EquationView.of(summary);
        if (!equation.failures().isEmpty()) {
            parts.add(failures(equation.failures()));
        }
        parts.add(where(run));
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts);
    }

    private static String because(SyncRun run) {
        return run.failure() == null ? "" : "\nWhy: " + run.failure();
    }

    private String next(SyncRun run, RunSummary summary) {
        return switch (run.state()) {
            case FAILED, STOPPED ->
                "What next: mend the cause where there is one, and start the run again. It goes on where it was:\n"
                        + again(run) + page("or here", run);
            case PARTIAL ->
                "What next: the next night asks these sources again; to do it at once:\n" + again(run)
                        + page("or here", run);
            case HELD ->
                "What next: look at the sheet Matches of the report, and decide:\n  tributary approve " + run.id()
                        + "\n  tributary approve " + run.id() + " --reject" + page("or here", run);
            case COMPLETED, RUNNING ->
                summary.people().toReview() == 0
                        ? ""
                        : summary.people().toReview() + " profiles wait for a person:\n  "
                                + console.of("/review").orElse("tributary review list");
        };
    }

    private static String again(SyncRun run) {
        return "  tributary sync " + run.job() + " --date " + run.businessDate();
    }

    private String page(String word, SyncRun run) {
        return console.of("/runs/" + run.id())
                .map(it -> "\n" + word + ": " + it)
                .orElse("");
    }

    private static String numbers(RunSummary summary) {
        RunSummary.People people = summary.people();
        return "Records: " + EquationView.of(summary).equation()
                + (summary.balances() ? "" : ", which does not balance")
                + "\nPeople: " + people.participants() + " participants, " + people.linked() + " linked, "
                + people.toReview() + " to review, " + people.unmatched() + " unmatched";
    }

    private static String failures(List<EquationView.Failure> failures) {
        StringBuilder text = new StringBuilder("Sources that failed:");
        for (EquationView.Failure it : failures) {
            text.append("\n  ")
                    .append(it.source())
                    .append(": ")
                    .append(it.meaning())
                    .append('.');
            if (it.message() != null) {
                text.append(' ').append(it.message());
            }
            text.append(' ').append(it.cure());
        }
        return text.toString();
    }

    private String where(SyncRun run) {
        String report = run.report() == null ? "There is no report yet." : "Report: " + run.report();
        return "Run " + run.id() + ", attempt " + run.attempt() + ". " + report + page("Console", run);
    }
}
