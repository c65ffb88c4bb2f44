package dev.tributary.run;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers how far what is kept ready was brought: each in the transaction of those who count. Thread-safe. */
@Component
@Transactional
public class Counted {

    /** What is kept ready. */
    public enum What {
        /** How many messages there are of each day. */
        DAYS,
        /** How long customers waited. */
        WAITS,
        /** By what words each contact is found: those that were there before words were kept. */
        WORDS
    }

    private final JdbcClient jdbc;

    Counted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run up to which every change is counted; 0 where nothing is. */
    @Transactional(readOnly = true)
    public long until(What what) {
        return jdbc.sql("SELECT COALESCE(MAX(run_id), 0) FROM counted WHERE what = :what")
                .param("what", what.name())
                .query(Long.class)
                .single();
    }

    /** Every change up to this run is counted, and stays so where an earlier one is counted later. Where there was none, nothing needs to be said: a night without news changes no row. */
    public void all(What what, long run) {
        jdbc.sql("""
                        INSERT INTO counted (what, run_id) VALUES (:what, :run)
                        ON DUPLICATE KEY UPDATE run_id = GREATEST(run_id, VALUES(run_id))""").param("what", what.name()).param("run", run).update();
    }
}
