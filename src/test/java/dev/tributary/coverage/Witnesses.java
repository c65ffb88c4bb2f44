package dev.tributary.coverage;

import dev.tributary.run.Counted;
import dev.tributary.testing.TestDatabase;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What sources reported in a database of a test, night by night. */
final class Witnesses {

    private static final String FROM_SCRATCH = """
            SELECT w.source, i.channel, i.account, CAST(i.occurred_at AS DATE) AS on_day, COUNT(*) AS interactions
            FROM interaction_witness w JOIN interaction i ON i.id = w.interaction_id
            WHERE i.undated = FALSE AND i.occurred_at IS NOT NULL
            GROUP BY w.source, i.channel, i.account, CAST(i.occurred_at AS DATE)
            ORDER BY w.source, i.channel, i.account, CAST(i.occurred_at AS DATE)""";

    private static final String DAY =
            "(SELECT CASE WHEN i.undated = FALSE THEN CAST(i.occurred_at AS DATE) END FROM interaction i WHERE i.id = interaction_id)";

    private final TestDatabase database;
    private long run;
    private int messages;

    Witnesses(TestDatabase database) {
        this.database = database;
        database.clear();
        night();
    }

    Witnesses night() {
        run = database.openRun();
        return this;
    }

    /** Goes on with a night that did not come to its end. */
    Witnesses goOn(long interrupted) {
        run = interrupted;
        return this;
    }

    long number() {
        return run;
    }

    /** Counts what this night and those before it changed that were not counted. */
    Witnesses count() {
        database.transaction()
                .executeWithoutResult(it ->
                        new CountDays(database.bean(JdbcClient.class), database.bean(Counted.class), run).count());
        return this;
    }

    /** A message of {@code @acme} that a source reports; its number. */
    long message(String source, String channel, @Nullable LocalDateTime at) {
        byte[] key = ByteBuffer.allocate(16).putInt(++messages).array();
        database.jdbc().update("""
                        INSERT INTO interaction (natural_key, channel, account, native_id, occurred_at, conversation_key,
                          content_hash, version_at, version_source, version_segment, version_line, created_run, changed_run)
                        VALUES (?, ?, '@acme', ?, ?, ?, ?, '2026-01-01 00:00:00', ?, 1, 1, ?, ?)""", key, channel, "m" + messages, at, key, key, source, run, run);
        Long id = database.jdbc().queryForObject("SELECT MAX(id) FROM interaction", Long.class);
        report(source, id == null ? 0 : id);
        return id == null ? 0 : id;
    }

    /** One message at noon of each of these days. */
    Witnesses daily(String source, String channel, LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(day -> message(source, channel, day.atTime(12, 0)));
        return this;
    }

    /** A source reports a message, whether or not another one did before; the report knows its day, unless a later night was counted. */
    void report(String source, long message) {
        database.jdbc().update("""
                        INSERT INTO interaction_witness (interaction_id, source, segment, line, run_id) VALUES (?, ?, 1, 1, ?)
                        ON DUPLICATE KEY UPDATE interaction_id = VALUES(interaction_id)""", message, source, run);
        if (database.bean(Counted.class).until(Counted.What.DAYS) < run) {
            database.jdbc()
                    .update(
                            "UPDATE interaction_witness SET counted_on = " + DAY
                                    + " WHERE interaction_id = ? AND source = ? AND run_id = ?",
                            message,
                            source,
                            run);
        }
    }

    /** What the reports of this night that are not counted remember of their days is wrong, or nothing. */
    void misled(@Nullable LocalDate day) {
        if (database.bean(Counted.class).until(Counted.What.DAYS) < run) {
            database.jdbc().update("UPDATE interaction_witness SET counted_on = ? WHERE run_id = ?", day, run);
        }
    }

    void dated(long message, @Nullable LocalDateTime at) {
        database.jdbc()
                .update("UPDATE interaction SET occurred_at = ?, changed_run = ? WHERE id = ?", at, run, message);
    }

    /** How a source ended this night, which began at this time. */
    Witnesses ended(String source, String state, LocalDateTime at) {
        database.jdbc().update("UPDATE sync_run SET started_at = ? WHERE id = ?", at, run);
        database.jdbc()
                .update("INSERT INTO sync_run_source (run_id, source, state) VALUES (?, ?, ?)", run, source, state);
        return this;
    }

    List<Map<String, String>> counted() {
        return database.rows("SELECT * FROM source_day ORDER BY source, channel, account, on_day");
    }

    /** The reports that remember another day than their message's. */
    List<Map<String, String>> mistaken() {
        return database.rows(
                "SELECT * FROM interaction_witness WHERE COALESCE(counted_on, DATE '1970-01-01') <> COALESCE(" + DAY
                        + ", DATE '1970-01-01')");
    }

    List<Map<String, String>> countedFromScratch() {
        return database.rows(FROM_SCRATCH);
    }
}
