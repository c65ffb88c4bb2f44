package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.testing.MySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts of {@code ops/mysql} grant is enough for a night, and no more than that. */
@Tag("slow")
class LeastRightsOnMySqlTest {

    private static final Map<String, String> PASSWORDS = new HashMap<>();
    private static MySql.Database administrator = new MySql.Database("", "", "");
    private static CommandLineRun.Ended tooEarly = new CommandLineRun.Ended(0, "", "");
    private static CommandLineRun.Ended night = new CommandLineRun.Ended(1, "", "");

    @TempDir
    private static Path home;

    @BeforeAll
    static void aNightAsTheApplicationOnTablesThatAnotherUserMade() throws SQLException, IOException {
        MySql.Database server = MySql.emptyDatabase();
        administrator = new MySql.Database(
                server.url().replaceFirst("/tributary_\\d+$", "/tributary"), server.user(), server.password());
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS tributary");
            statement.execute("DROP USER IF EXISTS tributary_migrate, tributary_app, tributary_crm");
            run("grants.sql", statement);
            tooEarly = Installation.onMySql(home, as("tributary_app")).tributary("status");
            assertThat(Installation.onMySql(home, as("tributary_migrate"))
                            .tributary("status")
                            .exitCode())
                    .isZero();
            run("grants-crm.sql", statement);
        }
        night = Installation.onMySql(home, as("tributary_app")).tributary("sync");
    }

    @Test
    void theApplicationSaysThatTheTablesAreToBeMadeByAnother() {
        assertThat(tooEarly.exitCode()).isEqualTo(1);
        assertThat(tooEarly.err())
                .startsWith("The user of SPRING_DATASOURCE_USERNAME lacks a right")
                .contains("run 'tributary status' once as the user who may.");
    }

    @Test
    void aWholeNightRunsAsTheApplication() {
        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(night.out()).contains("COMPLETED (run 1");
    }

    @Test
    void theCrmReadsItsViews() throws SQLException {
        for (String view : List.of("crm_timeline", "crm_contact_resolved", "crm_golden_contact", "crm_golden_point")) {
            assertThat(count("tributary_crm", view)).as(view).isPositive();
        }
        assertThat(count("tributary_crm", "crm_timeline")).isEqualTo(count("tributary_app", "crm_timeline"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT body FROM interaction",
                "SELECT * FROM crm_contact",
                "SELECT * FROM audit_entry",
                "DELETE FROM crm_timeline",
                "UPDATE crm_golden_contact SET name = 'Eve'"
            })
    void theCrmDoesNothingElse(String sql) {
        assertDenied("tributary_crm", sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE gift (id INT)",
                "DROP TABLE crm_contact",
                "ALTER TABLE interaction ADD gift INT",
                "TRUNCATE TABLE link",
                "CREATE VIEW gift AS SELECT 1",
                "CREATE TRIGGER gift BEFORE UPDATE ON link FOR EACH ROW SET @gift = 1",
                "SELECT * FROM mysql.user",
                "SELECT * FROM mysql.general_log",
                "CREATE DATABASE gift",
                "SELECT 1 INTO OUTFILE '/tmp/gift'",
                "GRANT SELECT ON tributary.* TO tributary_crm"
            })
    void theApplicationNeitherMakesNorDropsNorLooksElsewhere(String sql) {
        assertDenied("tributary_app", sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM mysql.user",
                "CREATE DATABASE gift",
                "CREATE USER gift",
                "GRANT SELECT ON tributary.* TO tributary_crm"
            })
    void whoMakesTheTablesStaysInTheirSchema(String sql) {
        assertDenied("tributary_migrate", sql);
    }

    private static void assertDenied(String user, String sql) {
        assertThatThrownBy(() -> {
                    try (Connection connection = connect(user);
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(denied|need the SUPER privilege|have the SUPER privilege).*");
    }

    private static long count(String user, String view) throws SQLException {
        try (Connection connection = connect(user);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + view)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs a script as it is, and keeps the passwords that MySQL shows. */
    private static void run(String script, Statement statement) throws SQLException, IOException {
        String text = Files.readString(Path.of("ops/mysql").resolve(script)).replaceAll("(?m)^--.*\\n", "");
        for (String sql : text.strip().split(";\\s*")) {
            if (statement.execute(sql)) {
                try (ResultSet made = statement.getResultSet()) {
                    while (made.next()) {
                        PASSWORDS.put(made.getString("user"), made.getString("generated password"));
                    }
                }
            }
        }
    }

    private static MySql.Database as(String user) {
        return new MySql.Database(administrator.url(), user, PASSWORDS.getOrDefault(user, ""));
    }

    private static Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(administrator.url(), user, PASSWORDS.getOrDefault(user, ""));
    }
}
