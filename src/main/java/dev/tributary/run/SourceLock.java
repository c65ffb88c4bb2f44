package dev.tributary.run;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets one process or thread at a time read a source: its cursor and its folder are of one reader. Thread-safe. */
@Component
public class SourceLock {

    private static final String ROW = "SELECT source FROM source_lock WHERE source = ? FOR UPDATE NOWAIT";
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    SourceLock(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * The right to read the source, or empty where somebody else has it for as long as we wait.
     *
     * @param patience how long to wait; zero not to wait
     */
    public Optional<Held> tryAcquire(String source, Duration patience) {
        makeRow(source);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Held> held = RowLock.tryAcquire(dataSource, ROW, source).map(Held::new);
            if (held.isPresent() || System.nanoTime() >= end) {
                return held;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    /** Looks first, for an insert waits for whoever has locked the row that is there. */
    private void makeRow(String source) {
        Integer there = jdbc.queryForObject("SELECT COUNT(*) FROM source_lock WHERE source = ?", Integer.class, source);
        if (there == null || there == 0) {
            jdbc.update("INSERT IGNORE INTO source_lock (source) VALUES (?)", source);
        }
    }

    /** The right to read a source, until it is closed. */
    public static final class Held implements AutoCloseable {

        private final RowLock row;

        private Held(RowLock row) {
            this.row = row;
        }

        @Override
        public void close() {
            row.close();
        }
    }
}
