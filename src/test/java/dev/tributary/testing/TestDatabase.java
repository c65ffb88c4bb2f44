package dev.tributary.testing;

import dev.tributary.Tributary;
import dev.tributary.definition.Definitions;
import dev.tributary.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The databases that tests run on, with our tables in them. Each constant is one database with the application's own connections
 * and beans, shared by all tests of the JVM, for those that clear it first; the static methods give one to oneself.
 */
public enum TestDatabase {
    H2,
    MYSQL;

    /** In the order in which they can be emptied. */
    private static final List<String> TABLES = List.of(
            "notice",
            "crm_timeline_entry",
            "counted",
            "source_day",
            "response_wait",
            "response_week",
            "response_answers",
            "customer_episode",
            "response_channel",
            "run_brake_contact",
            "run_brake",
            "golden_contact",
            "interaction_move",
            "never_match",
            "never_merge",
            "contact_merge",
            "verdict_link",
            "verdict_identifier",
            "verdict_never",
            "verdict",
            "review_candidate",
            "review_case",
            "participant_match",
            "participant_due",
            "participant_decided",
            "identifier_due",
            "decided_by",
            "contact_import",
            "link",
            "shared_identifier",
            "loose_identifier",
            "loose_key",
            "crm_contact_alias",
            "crm_contact_point",
            "contact_word",
            "crm_contact",
            "quarantined_record",
            "interaction_witness",
            "interaction_participant",
            "duplicate_suggestion",
            "episode_part",
            "interaction_offer",
            "interaction_offer_use",
            "interaction_relation",
            "interaction",
            "participant_identifier",
            "participant",
            "kept_file",
            "source_cursor",
            "webhook_delivery",
            "landing_segment",
            "source_window",
            "source_backfill",
            "sync_run_count",
            "sync_run_source",
            "source_lock",
            "sync_run");

    private @Nullable ApplicationContext application;

    /** An empty database in memory. */
    public static DataSource inMemory() {
        return migrated(new DriverManagerDataSource(memoryUrl()), "h2", "");
    }

    /** An empty database on the MySQL server; skips the test where there is none. */
    public static DataSource onMySql() {
        MySql.Database empty = MySql.emptyDatabase();
        return migrated(
                new DriverManagerDataSource(empty.url(), empty.user(), empty.password()),
                "mysql",
                "CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin");
    }

    private static DataSource migrated(DataSource empty, String dialect, String collation) {
        Flyway.configure()
                .dataSource(empty)
                .locations("filesystem:sql/migration/common", "filesystem:sql/migration/" + dialect)
                .placeholders(
                        collation.isEmpty()
                                ? Map.of("bin", "", "text", "VARCHAR(1048576)", "hex", "RAWTOHEX")
                                : Map.of("bin", collation, "text", "MEDIUMTEXT", "hex", "HEX"))
                .load()
                .migrate();
        return empty;
    }

    private static String memoryUrl() {
        return "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=0";
    }

    /** A bean of the application that runs on this database. */
    public <T> T bean(Class<T> type) {
        return application().getBean(type);
    }

    public JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    /** Empties our tables. */
    public void clear() {
        TABLES.forEach(table -> jdbc().update("DELETE FROM " + table));
    }

    /** Opens one more run and gives its number. */
    public long openRun() {
        return openRun(bean(DataSource.class));
    }

    /** Opens one more run, the first of which is 1, and gives its number. */
    public static long openRun(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update("""
                INSERT INTO sync_run (job, business_date, attempt, state, started_at, published)
                SELECT 'nightly-sync', '2026-01-31', COUNT(*) + 1, 'RUNNING', '2026-02-01 03:30:00', FALSE FROM sync_run""");
        Long run = jdbc.queryForObject("SELECT MAX(id) FROM sync_run", Long.class);
        return run == null ? 0 : run;
    }

    /** Everything that these tables hold, to be compared with what they hold later. */
    public Map<String, List<String>> content(String... tables) {
        Map<String, List<String>> content = new LinkedHashMap<>();
        for (String table : tables) {
            content.put(
                    table,
                    rows("SELECT * FROM " + table).stream()
                            .map(Map::toString)
                            .sorted()
                            .toList());
        }
        return content;
    }

    /** The rows of a query by column, its values written alike whatever the database. */
    public List<Map<String, String>> rows(String sql, Object... parameters) {
        return jdbc().query(
                        sql,
                        (row, number) -> {
                            Map<String, String> values = new LinkedHashMap<>();
                            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                values.put(row.getMetaData().getColumnLabel(column), written(row.getObject(column)));
                            }
                            return values;
                        },
                        parameters);
    }

    private static String written(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return String.valueOf(value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : value);
    }

    private synchronized ApplicationContext application() {
        if (application == null) {
            application = start(this == H2 ? Map.of("SPRING_DATASOURCE_URL", memoryUrl()) : mySql());
        }
        return application;
    }

    private static Map<String, String> mySql() {
        return MySql.emptyDatabase().environment();
    }

    private static ApplicationContext start(Map<String, String> environment) {
        Home home = new Home(temporaryFolder());
        SpringApplication application = new SpringApplication(Tributary.class);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Home.class, () -> home);
            beans.registerBean(Definitions.class, () -> Definitions.load(home.path()));
        });
        return application.run(environment.entrySet().stream()
                .map(it -> "--" + it.getKey().toLowerCase(Locale.ROOT).replace('_', '.') + "=" + it.getValue())
                .toArray(String[]::new));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("home");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
