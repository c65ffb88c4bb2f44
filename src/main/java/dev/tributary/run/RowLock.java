package dev.tributary.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * A row that stays locked on a connection of its own. The database lets go of it when the process dies, for its connection ends with
 * it; and where nothing is heard of the process for {@link #SILENT} (its machine lost its power or its network, so that nobody closed
 * the connection), for until then it gives a sign of life every {@link #PULSE}. A process that is only slow gives it and keeps the
 * lock. Thread-safe.
 */
final class RowLock implements AutoCloseable {

    static final Duration PULSE = Duration.ofSeconds(10);
    static final Duration SILENT = Duration.ofSeconds(90);

    private static final ScheduledExecutorService PULSES = Executors.newSingleThreadScheduledExecutor(pulse -> {
        Thread thread = new Thread(pulse, "pulse");
        thread.setDaemon(true);
        return thread;
    });

    private final Connection connection;
    private final boolean ofServer;
    private @Nullable Future<?> pulse;
    private boolean lost;
    private boolean closed;

    private RowLock(Connection connection) throws SQLException {
        this.connection = connection;
        this.ofServer = connection.getMetaData().getURL().startsWith("jdbc:mysql:");
    }

    /**
     * The lock, or empty at once where another process or thread holds it.
     *
     * @param row a statement that locks the row and does not wait
     * @throws org.springframework.dao.DataAccessException where the database fails
     */
    static Optional<RowLock> tryAcquire(DataSource dataSource, String row, Object... parameters) {
        SQLExceptionTranslator translator = new SQLErrorCodeSQLExceptionTranslator(dataSource);
        Connection connection = own(dataSource, translator);
        try {
            RowLock lock = new RowLock(connection);
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(row)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                statement.executeQuery();
            }
            lock.keep();
            return Optional.of(lock);
        } catch (SQLException failure) {
            giveBack(connection);
            RuntimeException translated = translated(translator, failure);
            if (translated instanceof PessimisticLockingFailureException) {
                return Optional.empty();
            }
            throw translated;
        }
    }

    /** Not the one that Spring binds to the thread: what the thread does meanwhile must not be rolled back with the lock. */
    private static Connection own(DataSource dataSource, SQLExceptionTranslator translator) {
        try {
            return dataSource.getConnection();
        } catch (SQLException failure) {
            throw translated(translator, failure);
        }
    }

    private static RuntimeException translated(SQLExceptionTranslator translator, SQLException failure) {
        RuntimeException translated = translator.translate("take a lock", null, failure);
        return translated == null ? new IllegalStateException(failure) : translated;
    }

    private void keep() throws SQLException {
        if (ofServer) {
            execute("SET SESSION wait_timeout = " + SILENT.toSeconds());
        }
        pulse = PULSES.scheduleWithFixedDelay(this::giveASign, PULSE.toSeconds(), PULSE.toSeconds(), TimeUnit.SECONDS);
    }

    private synchronized void giveASign() {
        lost = lost || !closed && !isAlive();
    }

    private boolean isAlive() {
        try {
            return connection.isValid((int) PULSE.toSeconds());
        } catch (SQLException gone) {
            return false;
        }
    }

    /** Whether the connection has ended, so that another may hold the lock; known a pulse later at the latest. */
    synchronized boolean isLost() {
        return lost;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (pulse != null) {
            pulse.cancel(false);
        }
        try {
            connection.rollback();
            if (ofServer) {
                execute("SET SESSION wait_timeout = DEFAULT");
            }
        } catch (SQLException gone) {
            // A connection that is gone holds no lock.
        } finally {
            giveBack(connection);
        }
    }

    private static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            // A connection that is gone holds no lock.
        }
    }
}
