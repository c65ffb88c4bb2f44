package dev.tributary.run;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers how far numbers that are kept ready were counted: each in the transaction of those who count. Thread-safe. */
@Component
@Transactional
public class Counted {

    /** Numbers that are kept ready. */
    public enum What {
        /** How many messages there are of each day. */
        DAYS,
        /** How long customers waited. */
        WAITS
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
