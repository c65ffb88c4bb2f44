package dev.tributary.coverage;

import dev.tributary.run.Counted;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the counts of each day up to date with the reports that came, and with those that moved to another day because their message
 * was dated anew. A report of a run that is counted remembers the day on which it was counted ({@code counted_on}), and is counted
 * nowhere where it remembers none; a later one remembers the day that it was staged with. So only what moved is written to.
 */
class CountDays implements Tasklet {

    private static final String DAY = "CASE WHEN i.undated = FALSE THEN CAST(i.occurred_at AS DATE) END";

    private static final String COUNTED_ON = "CASE WHEN w.run_id <= :counted THEN w.counted_on END";

    /** How many reports leave one day and come to another. */
    private static final String MOVED = """
            SELECT source, channel, account, was, becomes, COUNT(*) AS reports
            FROM (SELECT w.source, i.channel, i.account, %1$s AS was, %2$s AS becomes
                  FROM interaction i JOIN interaction_witness w ON w.interaction_id = i.id WHERE i.changed_run > :since
                  UNION ALL
                  SELECT w.source, i.channel, i.account, %1$s, %2$s
                  FROM interaction_witness w JOIN interaction i ON i.id = w.interaction_id
                  WHERE w.run_id > :since AND i.changed_run <= :since) each_of_them
            GROUP BY source, channel, account, was, becomes""".formatted(COUNTED_ON, DAY);

    private static final String COUNT = """
            INSERT INTO source_day (source, channel, account, on_day, interactions)
            SELECT source, channel, account, on_day, SUM(difference)
            FROM (SELECT source, channel, account, CASE WHEN sign = 1 THEN becomes ELSE was END AS on_day,
                         sign * reports AS difference
                  FROM (%s) moved CROSS JOIN (SELECT 1 AS sign UNION ALL SELECT -1) signs) days
            WHERE on_day IS NOT NULL
            GROUP BY source, channel, account, on_day HAVING SUM(difference) <> 0
            ON DUPLICATE KEY UPDATE interactions = interactions + VALUES(interactions)""".formatted(MOVED);

    private static final String ITS_DAY =
            "(SELECT %s FROM interaction i WHERE i.id = interaction_witness.interaction_id)".formatted(DAY);

    private static final String NOTE = """
            UPDATE interaction_witness SET counted_on = %1$s
            WHERE %%s AND COALESCE(counted_on, DATE '1000-01-01') <> COALESCE(%1$s, DATE '1000-01-01')""".formatted(ITS_DAY);

    private static final String OF_NEW_REPORTS = NOTE.formatted("run_id > :since");

    private static final String OF_NEWS_OF_OLD_REPORTS = NOTE.formatted(
            "run_id <= :since AND interaction_id IN (SELECT id FROM interaction WHERE changed_run > :since)");

    private final JdbcClient jdbc;
    private final Counted counted;
    private final long run;

    CountDays(JdbcClient jdbc, Counted counted, long run) {
        this.jdbc = jdbc;
        this.counted = counted;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        contribution.incrementWriteCount(count());
        return RepeatStatus.FINISHED;
    }

    /** @return how many days changed, an updated one twice on MySQL */
    int count() {
        long until = counted.until(Counted.What.DAYS);
        // a run that was interrupted may go on after a later one was counted
        long since = Math.min(until, run - 1);
        int days = jdbc.sql(COUNT).param("since", since).param("counted", until).update();
        int reports = note(OF_NEW_REPORTS, since) + note(OF_NEWS_OF_OLD_REPORTS, since);
        jdbc.sql("DELETE FROM source_day WHERE interactions = 0").update();
        if (days + reports > 0) {
            counted.all(Counted.What.DAYS, run);
        }
        return days;
    }

    private int note(String days, long since) {
        return jdbc.sql(days).param("since", since).update();
    }
}
