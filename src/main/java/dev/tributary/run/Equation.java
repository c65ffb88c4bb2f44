package dev.tributary.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counts of every run: {@code read = new + updated + unchanged + duplicate + filtered + suppressed + quarantined}. */
@Component
public class Equation {

    private static final String READ = "READ";
    private static final String ADD = """
            INSERT INTO sync_run_count (run_id, source, partition_no, outcome, records) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE records = records + VALUES(records)""";

    private final JdbcTemplate jdbc;

    Equation(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds to the source's counts, within the caller's transaction.
     *
     * @throws PessimisticLockingFailureException where somebody else held the row; whether to write all of it anew is the caller's matter
     */
    @Transactional(noRollbackFor = PessimisticLockingFailureException.class)
    public void add(long run, int partition, String source, SourceCounts counts) {
        jdbc.update(ADD, run, source, partition, READ, counts.read());
        counts.outcomes().forEach((outcome, records) -> {
            if (records > 0) {
                jdbc.update(ADD, run, source, partition, outcome.name(), records);
            }
        });
    }

    /** The counts by source, in the order of the sources' names. */
    @Transactional(readOnly = true)
    public Map<String, SourceCounts> of(long run) {
        Map<String, Map<Outcome, Long>> outcomes = new TreeMap<>();
        Map<String, Long> read = new TreeMap<>();
        jdbc.query(
                "SELECT source, outcome, SUM(records) FROM sync_run_count WHERE run_id = ? GROUP BY source, outcome",
                row -> {
                    String source = row.getString(1);
                    outcomes.putIfAbsent(source, new EnumMap<>(Outcome.class));
                    if (READ.equals(row.getString(2))) {
                        read.put(source, row.getLong(3));
                    } else {
                        outcomes.get(source).put(Outcome.valueOf(row.getString(2)), row.getLong(3));
                    }
                },
                run);
        Map<String, SourceCounts> counts = new TreeMap<>();
        outcomes.forEach((source, of) -> counts.put(source, new SourceCounts(read.getOrDefault(source, 0L), of)));
        return counts;
    }

    /** How a source ended in this run; said again, the last word stands. */
    @Transactional
    public void sourceEnded(long run, String source, @Nullable FailureCode code, @Nullable String message) {
        RunState state = code == null ? RunState.COMPLETED : RunState.FAILED;
        jdbc.update("DELETE FROM sync_run_source WHERE run_id = ? AND source = ?", run, source);
        jdbc.update(
                "INSERT INTO sync_run_source (run_id, source, state, code, message) VALUES (?, ?, ?, ?, ?)",
                run,
                source,
                state.name(),
                code == null ? null : code.name(),
                message == null || message.length() <= 1000 ? message : message.substring(0, 1000));
    }

    /** The sources that failed in this run. */
    @Transactional(readOnly = true)
    public List<String> failedSources(long run) {
        return jdbc.queryForList(
                "SELECT source FROM sync_run_source WHERE run_id = ? AND state = 'FAILED' ORDER BY source",
                String.class,
                run);
    }
}
