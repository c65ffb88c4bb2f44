package dev.tributary.report;

import dev.tributary.run.RunState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All runs, each in one line. Thread-safe. */
@Component
public class RunHistory {

    private static final String BEFORE = """
            SELECT r.id AS run, r.job, r.business_date, r.attempt, r.state, r.started_at, r.ended_at,
                   COALESCE(SUM(CASE WHEN c.outcome = 'READ' THEN c.records END), 0) AS records_read,
                   COALESCE(SUM(CASE WHEN c.outcome = 'NEW' THEN c.records END), 0) AS added,
                   COALESCE(SUM(CASE WHEN c.outcome = 'QUARANTINED' THEN c.records END), 0) AS quarantined,
                   (SELECT COUNT(*) FROM link l WHERE l.run_id = r.id) AS linked,
                   (SELECT COUNT(*) FROM review_case asked WHERE asked.opened_run = r.id) AS to_review
            FROM (SELECT id, job, business_date, attempt, state, started_at, ended_at FROM sync_run
                  WHERE id < :before ORDER BY id DESC LIMIT :limit) r
            LEFT JOIN sync_run_count c ON c.run_id = r.id
            GROUP BY r.id, r.job, r.business_date, r.attempt, r.state, r.started_at, r.ended_at
            ORDER BY r.id DESC""";

    private final JdbcClient jdbc;

    RunHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run in numbers. Times are UTC.
     *
     * @param recordsRead the records that it read
     * @param linked the links that its rules made
     * @param toReview the cases that it opened
     */
    public record Line(
            long run,
            String job,
            LocalDate businessDate,
            int attempt,
            RunState state,
            LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt,
            long recordsRead,
            long added,
            long quarantined,
            long linked,
            long toReview) {}

    /**
     * The runs with a smaller number, the newest first.
     *
     * @param limit the most that are wanted
     */
    public List<Line> before(long run, int limit) {
        return jdbc.sql(BEFORE)
                .param("before", run)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }
}
