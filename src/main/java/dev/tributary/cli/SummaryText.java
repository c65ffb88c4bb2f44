package dev.tributary.cli;

import dev.tributary.report.RunSummary;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run's summary as a person reads it in a terminal. */
final class SummaryText {

    private static final String ROW = "%-20s %9s %9s %9s %9s %9s %9s %10s %11s%s%n";

    private SummaryText() {}

    static String of(RunSummary summary, SyncRun run) {
        StringBuilder text = new StringBuilder(String.format(
                "%s for %s: %s (run %d%s)%n",
                summary.job(), summary.businessDate(), summary.state(), summary.run(), seconds(run)));
        if (run.failure() != null) {
            text.append(run.failure()).append(System.lineSeparator());
        }
        text.append(table(summary)).append(failures(summary)).append(people(summary));
        if (summary.total().added() + summary.total().updated() == 0 && summary.state() == RunState.COMPLETED) {
            text.append(String.format("No message and no person changed.%n"));
        }
        text.append("Report: ").append(summary.report());
        if (summary.held() != null) {
            text.append(System.lineSeparator())
                    .append(decide(summary.run(), summary.held().newLinks()));
        }
        return text.toString();
    }

    static String held(RunSummary summary, SyncRun run) {
        return String.format(
                "%s for %s is held (run %d): nothing was read, and no row changed.%n%s%nReport: %s%n%s",
                summary.job(),
                summary.businessDate(),
                summary.run(),
                run.failure(),
                summary.report(),
                decide(
                        summary.run(),
                        summary.held() == null ? 0 : summary.held().newLinks()));
    }

    private static String decide(long run, long newLinks) {
        return String.format(
                "Nothing of it is on the timelines. Look at the sheet Matches of the report, then decide:%n"
                        + "  tributary approve %1$d            publishes it%n"
                        + "  tributary approve %1$d --reject   takes the %2$d new links back and publishes the rest",
                run, newLinks);
    }

    static String alreadyComplete(RunSummary summary) {
        return String.format(
                "%s for %s is already complete (run %d): nothing was read, and no row changed.%n%s"
                        + "Report: %s%nTo read what came since: --again. To stage everything again: --restage.",
                summary.job(), summary.businessDate(), summary.run(), people(summary), summary.report());
    }

    /** The same run, with the counts of a command that read nothing. */
    static RunSummary ofNothingRead(RunSummary run) {
        List<RunSummary.Source> none = run.sources().stream()
                .map(it -> new RunSummary.Source(it.source(), it.state(), 0, 0, 0, 0, 0, 0, 0, 0, null, null))
                .toList();
        return new RunSummary(
                run.job(), run.businessDate(), run.run(), run.state(), none, run.people(), run.report(), run.held());
    }

    private static String seconds(SyncRun run) {
        return run.endedAt() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.1f s",
                        Duration.between(run.startedAt(), run.endedAt()).toMillis() / 1000.0);
    }

    private static String table(RunSummary summary) {
        StringBuilder table = new StringBuilder(System.lineSeparator());
        table.append(String.format(
                ROW,
                "source",
                "read",
                "new",
                "updated",
                "unchanged",
                "duplicate",
                "filtered",
                "suppressed",
                "quarantined",
                ""));
        List<RunSummary.Source> rows = new ArrayList<>(summary.sources());
        rows.add(summary.total());
        for (RunSummary.Source it : rows) {
            table.append(String.format(
                    ROW,
                    it.source(),
                    it.read(),
                    it.added(),
                    it.updated(),
                    it.unchanged(),
                    it.duplicate(),
                    it.filtered(),
                    it.suppressed(),
                    it.quarantined(),
                    it.balances() ? "" : "  DOES NOT BALANCE"));
        }
        return table.append(System.lineSeparator()).toString();
    }

    private static String failures(RunSummary summary) {
        StringBuilder failures = new StringBuilder();
        for (RunSummary.Source it : summary.sources()) {
            if (it.code() != null) {
                failures.append(String.format("%s failed: %s %s%n", it.source(), it.code(), it.message()));
            }
        }
        return failures.toString();
    }

    private static String people(RunSummary summary) {
        RunSummary.People people = summary.people();
        return String.format(
                "People: %d participants, %d linked, %d to review, %d unmatched%n",
                people.participants(), people.linked(), people.toReview(), people.unmatched());
    }
}
