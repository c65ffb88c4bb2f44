package dev.tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 by an address that sets nothing, as the application opens it. */
class ChangesOfOneTransactionTest {

    private static final String ANY_COMPANY =
            "UPDATE noted SET companies = TRUE WHERE EXISTS (SELECT 1 FROM contact WHERE id IN (?) AND given IS NULL)";

    @TempDir
    private Path home;

    @Test
    void areSeenBySubqueriesOfStatementsThatRanBefore() throws Exception {
        try (HikariDataSource pool = pool();
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE contact (id BIGINT PRIMARY KEY, given VARCHAR(10))");
            statement.execute("CREATE TABLE noted (companies BOOLEAN)");
            statement.execute("INSERT INTO contact VALUES (1, 'Ann')");
            statement.execute("INSERT INTO noted VALUES (FALSE)");
            connection.setAutoCommit(false);

            assertThat(noted(connection)).isZero();
            statement.execute("UPDATE contact SET given = NULL WHERE id = 1");
            assertThat(noted(connection)).isOne();
        }
    }

    private static int noted(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANY_COMPANY)) {
            statement.setLong(1, 1);
            return statement.executeUpdate();
        }
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + home.resolve("tributary"));
        StoreConfiguration.connections().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }
}
