package dev.tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class UpgradedKeysTest {

    private final DriverManagerDataSource database = new DriverManagerDataSource(
            "jdbc:h2:mem:upgraded-keys;MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");

    @Test
    void theNightAfterTheUpgradeLooksAtEveryIdentifier() {
        migrateTo("1.23");
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update(
                "INSERT INTO decided_by (one_row, basis, companies_changed, everybody) VALUES (1, 'b', FALSE, FALSE)");
        migrateTo("1.24");

        assertThat(jdbc.queryForList("SELECT companies_changed FROM decided_by", Boolean.class))
                .containsExactly(true);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:sql/migration/common", "filesystem:sql/migration/h2")
                .placeholders(Map.of("bin", "", "text", "VARCHAR(1048576)", "hex", "RAWTOHEX"))
                .target(version)
                .load()
                .migrate();
    }
}
