package dev.tributary.cli;

import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "status", description = "Lists the last ten runs, the newest first.")
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    StatusCommand(Session session) {
        this.session = session;
    }

    private record Run(
            long run,
            String job,
            LocalDate businessDate,
            int attempt,
            RunState state,
            LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt,
            @Nullable String report,
            @Nullable String failure) {

        private static Run of(SyncRun it) {
            return new Run(
                    it.id(),
                    it.job(),
                    it.businessDate(),
                    it.attempt(),
                    it.state(),
                    it.startedAt(),
                    it.endedAt(),
                    it.report(),
                    it.failure());
        }
    }

    private record Runs(List<Run> runs) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            List<Run> runs = application.getBean(RunLedger.class).recent().stream()
                    .map(Run::of)
                    .toList();
            if (session.isJson()) {
                Answer.json(spec, new Runs(runs));
            } else {
                Answer.print(spec, text(runs));
            }
            return ExitCode.COMPLETED;
        });
    }

    private static String text(List<Run> runs) {
        if (runs.isEmpty()) {
            return "No run yet. Start one with: tributary sync";
        }
        StringBuilder text = new StringBuilder(String.format(
                "%4s  %-20s %-10s %7s  %-9s  %-19s  %s%n",
                "run", "job", "date", "attempt", "state", "started (UTC)", "report"));
        for (Run it : runs) {
            text.append(String.format(
                    "%4d  %-20s %-10s %7d  %-9s  %-19.19s  %s%n",
                    it.run(),
                    it.job(),
                    it.businessDate(),
                    it.attempt(),
                    it.state(),
                    it.startedAt(),
                    it.failure() != null ? it.failure() : it.report() == null ? "" : it.report()));
        }
        return text.toString().stripTrailing();
    }
}
