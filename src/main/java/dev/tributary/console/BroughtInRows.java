package dev.tributary.console;

import dev.tributary.casework.Outcome.Status;
import dev.tributary.workbook.Applied;
import dev.tributary.workbook.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a workbook that came back, as its page shows them.
 *
 * @param all how many rows of cases it has
 * @param unanswered how many of them have no answer
 * @param counts how many came to each end, those that did not take effect first
 * @param only that end; null for every one
 * @param shown in the order of the workbook
 * @param from the place of the first that is shown, from 0
 * @param more the place of the first of the next page; null on the last
 * @param applied how many can be taken back
 */
public record BroughtInRows(
        long all,
        long unanswered,
        List<Counted> counts,
        @Nullable Status only,
        List<RowOutcome> shown,
        int from,
        @Nullable Integer more,
        int applied) {

    private static final int PAGE = 100;

    private static final List<Status> ORDER =
            List.of(Status.STALE, Status.CONFLICT, Status.REFUSED, Status.UNKNOWN, Status.APPLIED, Status.UNCHANGED);

    /** So many rows came to one end. */
    public record Counted(Status status, long rows) {

        public String word() {
            return BroughtInRows.word(status);
        }
    }

    static BroughtInRows of(Applied applied, @Nullable Status only, int from) {
        List<RowOutcome> outcomes = applied.outcomes().stream()
                .filter(it -> only == null || it.status() == only)
                .toList();
        int first = Math.min(Math.max(from, 0), outcomes.size());
        int next = Math.min(first + PAGE, outcomes.size());
        return new BroughtInRows(
                applied.rows(),
                applied.rows() - applied.outcomes().size(),
                counts(applied.counts()),
                only,
                outcomes.subList(first, next),
                first,
                next < outcomes.size() ? next : null,
                applied.verdicts().size());
    }

    private static List<Counted> counts(Map<Status, Long> counts) {
        List<Counted> all = new ArrayList<>();
        for (Status status : ORDER) {
            if (counts.containsKey(status)) {
                all.add(new Counted(status, counts.get(status)));
            }
        }
        return all;
    }

    /** An end in words, such as {@code stale}. */
    public static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** How it is marked: as good, as doubtful or as bad. */
    public String mark(Status status) {
        return switch (status) {
            case APPLIED, UNCHANGED -> "good";
            case STALE, CONFLICT -> "doubtful";
            case REFUSED, UNKNOWN -> "bad";
        };
    }

    /** What to do about a row that did not take effect. */
    public String cure(Status status) {
        return switch (status) {
            case APPLIED, UNCHANGED -> "";
            case STALE -> "Open the case, look again, and answer it there or in a new workbook.";
            case CONFLICT -> "Speak with them; what they decided can be taken back on the case.";
            case REFUSED -> "Mend the row, and bring the workbook in again.";
            case UNKNOWN -> "Take a new workbook; this row is of another one.";
        };
    }
}
