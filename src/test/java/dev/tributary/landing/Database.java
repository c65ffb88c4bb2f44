package dev.tributary.landing;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty database of our own tables, in memory, with one run. */
public final class Database {

    private Database() {}

    public static DataSource migrated() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:sql/migration/common", "filesystem:sql/migration/h2")
                .placeholders(Map.of("bin", "", "text", "VARCHAR(1048576)"))
                .load()
                .migrate();
        JdbcClient.create(database).sql("""
                        INSERT INTO sync_run (id, job, business_date, attempt, state, started_at, node)
                        VALUES (1, 'nightly-sync', DATE '2026-01-31', 1, 'RUNNING', TIMESTAMP '2026-02-01 03:30:00', 'test')
                        """).update();
        return database;
    }
}
