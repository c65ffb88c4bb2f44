package dev.tributary.cli;

import dev.tributary.coverage.Hole;
import dev.tributary.pipeline.Backfill;
import dev.tributary.pipeline.Filled;
import dev.tributary.pipeline.SyncResult;
import org.jspecify.annotations.Nullable;

/** What came of a backfill, as a person reads it in a terminal. */
final class BackfillText {

    private static final String ROW = "%-24s %-32s %9s %9s  %s%n";

    private BackfillText() {}

    static String of(Backfill.Request request, Filled filled) {
        String days = request.source() + ", " + request.from() + " to " + request.to();
        if (filled.lines().isEmpty()) {
            return days + ": no day is missing; nothing was asked.";
        }
        StringBuilder text = new StringBuilder(String.format("%s%n%n", days));
        text.append(String.format(ROW, "days (UTC)", "why", "messages", "now", ""));
        filled.lines().forEach(it -> text.append(row(it)));
        if (filled.cure() != null) {
            text.append(String.format("%nOpen: %s%n", filled.cure()));
        }
        return text.append(stoodAgainst(filled.result())).toString();
    }

    private static String row(Filled.Line it) {
        Hole hole = it.hole();
        String days = hole.firstDay().equals(hole.lastDay())
                ? "" + hole.firstDay()
                : hole.firstDay() + " to " + hole.lastDay();
        return String.format(ROW, days, hole.why(), it.before(), it.after(), it.open() ? "open" : "filled");
    }

    private static String stoodAgainst(@Nullable SyncResult result) {
        if (result instanceof SyncResult.AlreadyRunning) {
            return String.format("%nAnother run is under way on this database; nothing was started.%n");
        }
        return result instanceof SyncResult.Held held
                ? String.format(
                        "%nRun %d of this date is held; nothing was started. Decide it, or name another --date.%n",
                        held.run().id())
                : "";
    }
}
