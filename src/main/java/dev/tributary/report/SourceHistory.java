package dev.tributary.report;

import dev.tributary.run.RunState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the runs did with each source. Thread-safe. */
@Component
public class SourceHistory {

    private static final String TURNS = """
            SELECT s.source, s.run_id AS run, r.business_date, r.started_at, s.state, s.code, s.message,
                   COALESCE(SUM(CASE WHEN c.outcome = 'READ' THEN c.records END), 0) AS records_read,
                   COALESCE(SUM(CASE WHEN c.outcome = 'NEW' THEN c.records END), 0) AS added,
                   COALESCE(SUM(CASE WHEN c.outcome = 'QUARANTINED' THEN c.records END), 0) AS quarantined
            FROM sync_run_source s
            JOIN sync_run r ON r.id = s.run_id
            LEFT JOIN sync_run_count c ON c.run_id = s.run_id AND c.source = s.source
            WHERE %s
            GROUP BY s.source, s.run_id, r.business_date, r.started_at, s.state, s.code, s.message
            ORDER BY s.run_id DESC %s""";

    private final JdbcClient jdbc;

    SourceHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A source in one run. Times are UTC.
     *
     * @param code why it failed; null where it did not
     * @param message the same in words; null where there are none
     */
    public record Turn(
            String source,
            long run,
            LocalDate businessDate,
            LocalDateTime startedAt,
            RunState state,
            @Nullable String code,
            @Nullable String message,
            long recordsRead,
            long added,
            long quarantined) {

        /** What the code means; empty without one. */
        public String meaning() {
            return code == null ? "" : Words.meaning(code);
        }

        /** What mends it; empty without a code. */
        public String cure() {
            return code == null ? "" : Words.cure(code);
        }
    }

    /** The last turn of each source that had any. */
    public Map<String, Turn> last() {
        Map<String, Turn> last = new TreeMap<>();
        jdbc.sql(TURNS.formatted(
                        "s.run_id = (SELECT MAX(newest.run_id) FROM sync_run_source newest WHERE newest.source = s.source)",
                        ""))
                .query(Turn.class)
                .list()
                .forEach(turn -> last.put(turn.source(), turn));
        return last;
    }

    /**
     * The last turns of a source, the newest first.
     *
     * @param limit the most that are wanted
     */
    public List<Turn> of(String source, int limit) {
        return jdbc.sql(TURNS.formatted("s.source = :source", "LIMIT :limit"))
                .param("source", source)
                .param("limit", limit)
                .query(Turn.class)
                .list();
    }
}
