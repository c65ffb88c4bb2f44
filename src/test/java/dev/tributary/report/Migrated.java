package dev.tributary.report;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases that hold our tables and nothing else. */
final class Migrated {

    private static int databases;

    private Migrated() {}

    static DataSource inMemory() {
        String url = "jdbc:h2:mem:report" + ++databases + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
        return migrated(new DriverManagerDataSource(url), "h2", "");
    }

    static DataSource onMySql(DataSource empty) {
        return migrated(empty, "mysql", "CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin");
    }

    private static DataSource migrated(DataSource empty, String dialect, String collation) {
        Flyway.configure()
                .dataSource(empty)
                .locations("filesystem:sql/migration/common", "filesystem:sql/migration/" + dialect)
                .placeholders(Map.of("bin", collation, "text", collation.isEmpty() ? "VARCHAR(1048576)" : "MEDIUMTEXT"))
                .load()
                .migrate();
        return empty;
    }
}
