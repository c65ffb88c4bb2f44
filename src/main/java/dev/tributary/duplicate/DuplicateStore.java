package dev.tributary.duplicate;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code contact_duplicate}. */
@Component
class DuplicateStore {

    private static final int BATCH = 1_000;

    private static final String WRITE = """
            INSERT INTO contact_duplicate
              (first_id, second_id, outcome, rule, confidence, refused, agreement, found_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE outcome = VALUES(outcome), rule = VALUES(rule), confidence = VALUES(confidence),
              refused = VALUES(refused), agreement = VALUES(agreement), found_at = VALUES(found_at)""";

    /** The key of a row, the smaller number first. */
    record Pair(long first, long second) {

        static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    private record Row(
            String outcome,
            String rule,
            double confidence,
            @Nullable String refused,
            String agreement) {

        private static Row of(Duplicate it) {
            return new Row(it.outcome().name(), it.rule(), it.confidence(), it.refused(), it.agreement());
        }
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DuplicateStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the table say what was found now; a row that says so already is not touched. */
    @Transactional
    public void replace(Map<Pair, Duplicate> found) {
        Map<Pair, Row> known = known();
        List<Object[]> gone = known.keySet().stream()
                .filter(pair -> !found.containsKey(pair))
                .map(pair -> new Object[] {pair.first(), pair.second()})
                .toList();
        batch("DELETE FROM contact_duplicate WHERE first_id = ? AND second_id = ?", gone);
        LocalDateTime now = LocalDateTime.now(clock);
        List<Object[]> news = new ArrayList<>();
        found.forEach((pair, duplicate) -> {
            Row row = Row.of(duplicate);
            if (!Objects.equals(row, known.get(pair))) {
                news.add(new Object[] {
                    pair.first(),
                    pair.second(),
                    row.outcome(),
                    row.rule(),
                    row.confidence(),
                    row.refused(),
                    row.agreement(),
                    now
                });
            }
        });
        batch(WRITE, news);
    }

    private Map<Pair, Row> known() {
        Map<Pair, Row> known = new HashMap<>();
        jdbc.query(
                "SELECT first_id, second_id, outcome, rule, confidence, refused, agreement FROM contact_duplicate",
                row -> {
                    known.put(
                            new Pair(row.getLong(1), row.getLong(2)),
                            new Row(
                                    row.getString(3),
                                    row.getString(4),
                                    row.getDouble(5),
                                    row.getString(6),
                                    row.getString(7)));
                });
        return known;
    }

    private void batch(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }
}
