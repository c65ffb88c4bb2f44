package dev.tributary.cli;

import dev.tributary.pipeline.Rehearsed;
import dev.tributary.pipeline.Rehearsed.Change;
import dev.tributary.report.RunSummary;
import java.util.List;
import java.util.Locale;

/** A rehearsed night as a person reads it in a terminal. */
final class RehearsalText {

    private static final int SHOWN = 20;

    private RehearsalText() {}

    static String of(RunSummary summary, Rehearsed rehearsed) {
        StringBuilder text = new StringBuilder(String.format(
                "Rehearsal of %s for %s: it would be %s. No row and no file was changed.%n",
                summary.job(), summary.businessDate(), summary.state()));
        if (summary.held() != null) {
            text.append(summary.held().why()).append(System.lineSeparator());
        }
        RunSummary.Source total = summary.total();
        text.append(String.format(
                "%d records read: %d filtered, %d quarantined%n", total.read(), total.filtered(), total.quarantined()));
        rehearsed
                .skipped()
                .forEach(it -> text.append(String.format(
                        "%s was not asked: that would use up its refresh token, which only a true run keeps%n", it)));
        text.append(String.format(
                "%d would move, %d split, %d join a contact, and a person would be asked about %d%n",
                rehearsed.moves().count(),
                rehearsed.splits().count(),
                rehearsed.joins().count(),
                rehearsed.asks().count()));
        List<Change> riskiest = rehearsed.riskiest();
        riskiest.stream().limit(SHOWN).forEach(it -> text.append(line(it)));
        if (riskiest.size() > SHOWN) {
            text.append(String.format("  … --json shows more%n"));
        }
        return text.toString().stripTrailing();
    }

    private static String line(Change change) {
        String what = change.kind().name().toLowerCase(Locale.ROOT);
        String where = switch (change.kind()) {
            case MOVES -> "from " + change.from() + " to " + change.to();
            case SPLITS -> "from " + change.from();
            case JOINS -> change.to() + ", then with " + change.participants() + " participants";
            case ASKS -> "";
        };
        return String.format(
                "  %-7s%s %s%s%n",
                what, change.participant(), where, change.why() == null ? "" : " (" + change.why() + ")");
    }
}
