package dev.tributary.pipeline;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code source_backfill}: which runs fill holes, in place of asking for what is new. */
@Repository
class BackfillLedger {

    private final JdbcClient jdbc;

    BackfillLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param to the last day, UTC as the first */
    record Wanted(LocalDate from, LocalDate to) {}

    void want(long run, String source, Wanted days) {
        jdbc.sql("""
                        INSERT INTO source_backfill (run_id, source, from_day, to_day) VALUES (:run, :source, :from, :to)
                        ON DUPLICATE KEY UPDATE from_day = :from, to_day = :to
                        """)
                .param("run", run)
                .param("source", source)
                .param("from", days.from())
                .param("to", days.to())
                .update();
    }

    /** The days whose holes the run fills; empty where it asks for what is new. */
    Optional<Wanted> wanted(long run, String source) {
        return jdbc.sql("SELECT from_day, to_day FROM source_backfill WHERE run_id = :run AND source = :source")
                .param("run", run)
                .param("source", source)
                .query((row, number) ->
                        new Wanted(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .optional();
    }
}
