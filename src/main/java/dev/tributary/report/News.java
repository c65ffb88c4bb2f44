package dev.tributary.report;

import java.time.LocalDateTime;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a workbook lists: what changed since the report before. Runs that left no report are made up for by the next that does.
 *
 * @param run the run of the workbook
 * @param before the run of the report before; 0 where nothing is left out
 * @param since when that run began, UTC: what people decided since then may not be in its report
 * @param listing what was asked for
 */
record News(long run, long before, LocalDateTime since, Listing listing) {

    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    /** The report before is the last that the run's own does not replace. */
    private static final String BEFORE = """
            SELECT id, started_at FROM sync_run WHERE id < ? AND report IS NOT NULL AND report <> ?
            ORDER BY id DESC LIMIT 1""";

    static News of(RunSummary summary, Listing listing, JdbcTemplate jdbc) {
        News everything = new News(summary.run(), 0, EVER, listing);
        if (listing == Listing.ALL) {
            return everything;
        }
        return jdbc
                .query(
                        BEFORE,
                        (row, number) ->
                                new News(summary.run(), row.getLong(1), row.getObject(2, LocalDateTime.class), listing),
                        summary.run(),
                        summary.report())
                .stream()
                .findFirst()
                .orElse(everything);
    }

    /** Whether nothing is left out because it was so before. */
    boolean isEverything() {
        return before == 0;
    }

    /**
     * What a sheet leaves out, to follow its note; empty where it leaves nothing out.
     *
     * @param news what it lists
     */
    String leavesOut(String news) {
        return isEverything() ? "" : " Listed is " + news + sinceWhen() + "; " + command() + " lists all.";
    }

    /** {@code  since the report of run 7}; empty where nothing is left out. */
    String sinceWhen() {
        return isEverything() ? "" : " since the report of run " + before;
    }

    /** What lists the rest. */
    String command() {
        return "'tributary report " + run + " --whole'";
    }
}
