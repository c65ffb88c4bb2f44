package dev.tributary.coverage;

import dev.tributary.run.Counted;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the counts of each day up to date with the reports that came, and with those that moved to another day because their message
 * was dated anew. Each report remembers the day on which it was counted, so that nothing else has to be looked at.
 */
class CountDays implements Tasklet {

    private static final String MOVED = """
            SELECT w.source, i.channel, i.account, w.counted_on AS was,
                   CASE WHEN i.undated = FALSE THEN CAST(i.occurred_at AS DATE) END AS becomes
            FROM interaction i JOIN interaction_witness w ON w.interaction_id = i.id WHERE i.changed_run > :since
            UNION ALL
            SELECT w.source, i.channel, i.account, w.counted_on,
                   CASE WHEN i.undated = FALSE THEN CAST(i.occurred_at AS DATE) END
            FROM interaction_witness w JOIN interaction i ON i.id = w.interaction_id
            WHERE w.run_id > :since AND i.changed_run <= :since""";

    private static final String COUNT = """
            INSERT INTO source_day (source, channel, account, on_day, interactions)
            SELECT source, channel, account, on_day, SUM(difference)
            FROM (SELECT source, channel, account, CASE WHEN difference = 1 THEN becomes ELSE was END AS on_day, difference
                  FROM (%s) moved CROSS JOIN (SELECT 1 AS difference UNION ALL SELECT -1) signs) days
            WHERE on_day IS NOT NULL
            GROUP BY source, channel, account, on_day HAVING SUM(difference) <> 0
            ON DUPLICATE KEY UPDATE interactions = interactions + VALUES(interactions)""".formatted(MOVED);

    private static final String NOTE = """
            UPDATE interaction_witness SET counted_on = (
              SELECT CASE WHEN i.undated = FALSE THEN CAST(i.occurred_at AS DATE) END
              FROM interaction i WHERE i.id = interaction_witness.interaction_id)
            WHERE %s""";

    private static final String OF_CHANGED =
            "interaction_id IN (SELECT id FROM interaction WHERE changed_run > :since)";
    private static final String OF_NEW = "run_id > :since AND counted_on IS NULL";

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
        long since = counted.until(Counted.What.DAYS);
        int days = update(COUNT, since);
        int reports = update(NOTE.formatted(OF_CHANGED), since) + update(NOTE.formatted(OF_NEW), since);
        jdbc.sql("DELETE FROM source_day WHERE interactions = 0").update();
        if (days + reports > 0) {
            counted.all(Counted.What.DAYS, run);
        }
        return days;
    }

    private int update(String sql, long since) {
        return jdbc.sql(sql).param("since", since).update();
    }
}
