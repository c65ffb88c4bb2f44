package dev.tributary.run;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one run at a time work on a database: a row that stays locked on a connection of its own. The database lets go of it when
 * the process dies, however it dies, so whoever holds it knows that no other run is alive. Who held it before and does not know yet
 * that it is lost cannot commit any more: see {@link Fence}.
 */
@Component
public class RunLock {

    private static final String ROW = "SELECT name FROM run_lock WHERE name = 'sync' FOR UPDATE NOWAIT";

    private final DataSource dataSource;

    RunLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The lock, or empty at once where another process or thread holds it. */
    public Optional<Held> tryAcquire() {
        return RowLock.tryAcquire(dataSource, ROW).map(Held::new);
    }

    /** The right to run, until it is closed. */
    public static final class Held implements AutoCloseable {

        private final RowLock row;

        private Held(RowLock row) {
            this.row = row;
        }

        /** Whether it is known that the lock is lost. */
        boolean isLost() {
            return row.isLost();
        }

        @Override
        public void close() {
            row.close();
        }
    }
}
