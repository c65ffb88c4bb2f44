package dev.tributary.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Lets one run at a time work on a database: a row that stays locked on a connection of its own. The database lets go of it when
 * the process dies, however it dies, so whoever holds it knows that no other run is alive.
 */
@Component
public class RunLock {

    private final DataSource dataSource;
    private final SQLExceptionTranslator translator;

    RunLock(DataSource dataSource) {
        this.dataSource = dataSource;
        this.translator = new SQLErrorCodeSQLExceptionTranslator(dataSource);
    }

    /** The lock, or empty at once where another process or thread holds it. */
    public Optional<Held> tryAcquire() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT name FROM run_lock WHERE name = 'sync' FOR UPDATE NOWAIT");
            }
            return Optional.of(new Held(connection));
        } catch (SQLException failure) {
            new Held(connection).close();
            RuntimeException translated = translator.translate("take the run lock", null, failure);
            if (translated instanceof PessimisticLockingFailureException) {
                return Optional.empty();
            }
            throw translated == null ? new IllegalStateException(failure) : translated;
        }
    }

    /** The right to run, until it is closed. */
    public final class Held implements AutoCloseable {

        private final Connection connection;

        private Held(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void close() {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException gone) {
                // A connection that is gone holds no lock.
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }
    }
}
