package dev.tributary.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.MySql;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How long each migration takes on a million interactions of 200,000 people; {@code src/docs/upgrade.md} gives the figures. */
@Tag("benchmark")
class MigrationSpeedTest {

    private static final String FIRST_WITH_TABLES = "1.2";

    private static final String NUMBERS = """
            INSERT INTO numbers WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1000)
            SELECT a.n + 1000 * (b.n - 1) FROM n a, n b""";

    private static final String[] FILL = {
        "INSERT INTO participant (id, natural_key, channel, scope, native_id, name, side, profile_at)"
                + " SELECT n, UNHEX(LEFT(SHA2(CONCAT('p', n), 256), 32)), 'line', '', CONCAT('U', n), CONCAT('Anna ', n), 1, NOW(6)"
                + " FROM numbers WHERE n <= 200000",
        "INSERT INTO participant_identifier SELECT n, 'EMAIL', CONCAT('anna', n, '@example.org'),"
                + " CONCAT('anna', n, '@example.org'), 'CHANNEL', TRUE, NOW(6), NOW(6) FROM numbers WHERE n <= 200000",
        "INSERT INTO crm_contact (id, external_id, name, content_hash, changed_at)"
                + " SELECT n, CONCAT('C', n), CONCAT('Anna ', n), UNHEX(LEFT(SHA2(n, 256), 32)), NOW(6) FROM numbers WHERE n <= 100000",
        "INSERT INTO crm_contact_point SELECT n, 'EMAIL', CONCAT('anna', n, '@example.org'),"
                + " CONCAT('anna', n, '@example.org'), TRUE, 'CRM' FROM numbers WHERE n <= 100000",
        "INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor,"
                + " run_id, decided_at) SELECT n, n, 1, 'INFERRED', n, 'same-email', '{}', 'tributary', 1, NOW(6)"
                + " FROM numbers WHERE n <= 100000",
        "INSERT INTO interaction (id, natural_key, channel, account, native_id, type, visibility, direction, occurred_at,"
                + " utc_offset, conversation_id, conversation_key, author_id, body, content_hash, version_at,"
                + " version_source, version_segment, version_line, created_run, changed_run)"
                + " SELECT n, UNHEX(LEFT(SHA2(n, 256), 32)), 'line', '@acme', n, 'MESSAGE', 'PRIVATE', 'INBOUND',"
                + " TIMESTAMPADD(MINUTE, n, '2025-01-01'), 'Z', n % 300000, UNHEX(LEFT(SHA2(CONCAT('c', n % 300000), 256), 32)),"
                + " 1 + n % 200000, REPEAT('The tent has a hole. ', 10), UNHEX(LEFT(SHA2(n, 256), 32)), NOW(6), 'line-inbox', 1, n, 1, 1"
                + " FROM numbers",
        "INSERT INTO interaction_participant SELECT n, 1 + n % 200000, 'AUTHOR' FROM numbers",
        "INSERT INTO interaction_witness SELECT n, 'line-inbox', 1, n, 1 FROM numbers",
        "INSERT INTO interaction_relation SELECT n, 'CALLBACK_FOR', UNHEX(LEFT(SHA2(n + 1, 256), 32)), n + 1 FROM numbers"
                + " WHERE n % 20 = 0",
        "INSERT INTO crm_timeline_entry (contact_id, interaction_id, participant_id, occurred_at, channel, account, type,"
                + " direction, visibility, author, body, edited, deleted, content_hash)"
                + " SELECT author_id, id, author_id, occurred_at, channel, account, type, direction, visibility, 'Anna',"
                + " body, FALSE, FALSE, content_hash FROM interaction WHERE author_id <= 100000"
    };

    @Test
    void tellsHowLongEachMigrationTakesOnAMillionInteractions() {
        MySql.Database empty = MySql.emptyDatabase();
        DriverManagerDataSource database = new DriverManagerDataSource(empty.url(), empty.user(), empty.password());
        flyway(database, FIRST_WITH_TABLES).migrate();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("CREATE TABLE numbers (n INT PRIMARY KEY)");
        jdbc.execute(NUMBERS);
        for (String fill : FILL) {
            jdbc.execute(fill);
        }
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM interaction", Long.class))
                .isEqualTo(1_000_000);

        Flyway whole = flyway(database, "latest");
        whole.migrate();

        System.out.println(Arrays.stream(whole.info().applied())
                .map(MigrationSpeedTest::told)
                .collect(Collectors.joining(System.lineSeparator())));
    }

    private static String told(MigrationInfo it) {
        return String.format("%-6s %-32s %6d ms", it.getVersion(), it.getDescription(), it.getExecutionTime());
    }

    private static Flyway flyway(DriverManagerDataSource database, String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("filesystem:sql/migration/common", "filesystem:sql/migration/mysql")
                .placeholders(StoreConfiguration.WORDS.get(Dialect.MYSQL))
                .target(target)
                .load();
    }
}
