package dev.tributary.brake;

import dev.tributary.brake.Measured.Grown;
import dev.tributary.brake.Measured.Rate;
import dev.tributary.due.Due;
import dev.tributary.run.RunLedger;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what the brake measured and what a person said of it. Thread-safe. */
@Component
@Transactional
public class BrakeLedger {

    /** What a person said of a run that was held. */
    public enum Decision {
        APPROVED,
        REJECTED
    }

    private static final int RISKIEST = 5;
    private static final int LONGEST_REASON = 1_000;

    /** Links that a rule made since, and that stand. */
    private static final String FRESH =
            "status = 'INFERRED' AND active_participant IS NOT NULL AND run_id > ? AND run_id <= ?";

    /** Of merged contacts the one that stands for them has the participants of all. */
    private static final String GROWN = """
            WITH fresh AS (SELECT DISTINCT COALESCE(held.survivor_id, held.id) AS root
                           FROM link l JOIN crm_contact held ON held.id = l.contact_id
                           WHERE l.status = 'INFERRED' AND l.active_participant IS NOT NULL AND l.run_id > ?),
                 family AS (SELECT root, root AS contact_id FROM fresh
                            UNION ALL
                            SELECT fresh.root, merged.id FROM fresh JOIN crm_contact merged ON merged.survivor_id = fresh.root)
            SELECT c.id, c.external_id, grown.participants, grown.fresh
            FROM (SELECT family.root, COUNT(*) AS participants,
                         SUM(CASE WHEN l.status = 'INFERRED' AND l.run_id > ? THEN 1 ELSE 0 END) AS fresh
                  FROM family JOIN link l ON l.contact_id = family.contact_id
                  WHERE l.active_participant IS NOT NULL
                  GROUP BY family.root) grown
            JOIN crm_contact c ON c.id = grown.root
            ORDER BY grown.participants DESC, grown.fresh DESC, c.external_id LIMIT %d""".formatted(RISKIEST);

    /** Who is on a contact, and turned out to be one of ours since. */
    private static final String NO_CUSTOMERS = """
            SELECT COUNT(*) FROM participant p JOIN participant_match m ON m.participant_id = p.id
            WHERE p.side <> 1 AND m.outcome = 'LINKED'""";

    private static final String TAKE_BACK = """
            UPDATE link SET status = 'RETRACTED', active_participant = NULL,
              retracted_by = (SELECT decided_by FROM run_brake WHERE run_id = ?),
              retracted_at = (SELECT decided_at FROM run_brake WHERE run_id = ?),
              retracted_for = (SELECT reason FROM run_brake WHERE run_id = ?)
            WHERE %s""".formatted(FRESH);

    private static final String NOTE = """
            INSERT INTO run_brake (run_id, links_before, new_links, largest_cluster, participants, linked, held)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE links_before = VALUES(links_before), new_links = VALUES(new_links),
              largest_cluster = VALUES(largest_cluster), participants = VALUES(participants), linked = VALUES(linked),
              held = VALUES(held)""";

    private final JdbcTemplate jdbc;
    private final RunLedger runs;
    private final Due due;
    private final Clock clock;

    BrakeLedger(JdbcTemplate jdbc, RunLedger runs, Due due, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.due = due;
        this.clock = clock;
    }

    /** Whether the brake stopped the run, and nobody decided yet. */
    @Transactional(readOnly = true)
    public boolean holds(long run) {
        return count("SELECT COUNT(*) FROM run_brake WHERE run_id = ? AND held = TRUE AND decision IS NULL", run) > 0;
    }

    /** What a person said of the run; empty where nobody did. */
    @Transactional(readOnly = true)
    public Optional<Decision> decision(long run) {
        return jdbc
                .queryForList(
                        "SELECT decision FROM run_brake WHERE run_id = ? AND decision IS NOT NULL", String.class, run)
                .stream()
                .map(Decision::valueOf)
                .findFirst();
    }

    /** What was measured of the run, and decided; empty where it did not come so far. */
    @Transactional(readOnly = true)
    public Optional<Braking> of(long run) {
        return JdbcClient.create(jdbc)
                .sql("""
                        SELECT links_before, new_links, largest_cluster, participants, linked, held, decision, decided_by,
                               decided_at, reason
                        FROM run_brake WHERE run_id = :run""")
                .param("run", run)
                .query(Braking.class)
                .optional();
    }

    /**
     * Writes down what a person decided of a run that is held, and of those before it that wait with it. The run is opened again.
     *
     * @param actor who decided
     */
    public void decide(long run, Decision decision, String actor, @Nullable String reason) {
        jdbc.update(
                """
                UPDATE run_brake SET decision = ?, decided_by = ?, decided_at = ?, reason = ?
                WHERE run_id <= ? AND held = TRUE AND decision IS NULL""",
                decision.name(),
                actor,
                LocalDateTime.now(clock),
                reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON),
                run);
        runs.resume(run);
    }

    Measured measure(long run) {
        long since = settledBefore(run);
        long fresh = count("SELECT COUNT(*) FROM link WHERE " + FRESH, since, run);
        long standing = count("SELECT COUNT(*) FROM link WHERE active_participant IS NOT NULL");
        List<Grown> grown = jdbc.query(
                GROWN,
                (row, number) -> new Grown(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)),
                since,
                since);
        Rate now = new Rate(
                count("SELECT COUNT(*) FROM participant WHERE side = 1"),
                count("SELECT COUNT(*) FROM participant_match WHERE outcome = 'LINKED'") - count(NO_CUSTOMERS));
        Rate before = rate("""
                        SELECT b.participants, b.linked FROM run_brake b JOIN sync_run r ON r.id = b.run_id
                        WHERE r.published = TRUE AND r.id < ? ORDER BY r.id DESC LIMIT 1""", run).orElse(null);
        return new Measured(standing - fresh, fresh, grown, now, before);
    }

    void note(long run, Measured measured, boolean held) {
        jdbc.update(
                NOTE,
                run,
                measured.linksBefore(),
                measured.newLinks(),
                measured.largestCluster(),
                measured.now().participants(),
                measured.now().linked(),
                held);
        jdbc.update("DELETE FROM run_brake_contact WHERE run_id = ?", run);
        jdbc.batchUpdate(
                "INSERT INTO run_brake_contact (run_id, contact_id, participants, new_links) VALUES (?, ?, ?, ?)",
                measured.riskiest().stream()
                        .map(it -> new Object[] {run, it.contact(), it.participants(), it.newLinks()})
                        .toList());
    }

    /** Retracts the links that rules made since, up to this run. None of them was published. */
    int takeBack(long run) {
        long since = settledBefore(run);
        due.those("SELECT DISTINCT participant_id FROM link WHERE " + FRESH, since, run);
        jdbc.update(
                "UPDATE participant_match SET outcome = 'UNMATCHED', reason = 'REJECTED', run_id = ? WHERE participant_id IN "
                        + "(SELECT participant_id FROM link WHERE " + FRESH + ")",
                run,
                since,
                run);
        return jdbc.update(TAKE_BACK, run, run, run, since, run);
    }

    /** The newest run before this one whose links are settled: published, or approved. */
    private long settledBefore(long run) {
        return count("""
                SELECT COALESCE(MAX(r.id), 0) FROM sync_run r LEFT JOIN run_brake b ON b.run_id = r.id
                WHERE r.id < ? AND (r.published = TRUE OR b.decision = 'APPROVED')""", run);
    }

    private Optional<Rate> rate(String sql, Object... parameters) {
        return jdbc.query(sql, (row, number) -> new Rate(row.getLong(1), row.getLong(2)), parameters).stream()
                .findFirst();
    }

    private long count(String sql, Object... parameters) {
        Long count = jdbc.queryForObject(sql, Long.class, parameters);
        return count == null ? 0 : count;
    }
}
