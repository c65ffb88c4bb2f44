package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import dev.tributary.testing.MySql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskingTheDoctorOnMySqlTest extends AskingTheDoctor {

    private MySql.Database database = new MySql.Database("", "", "");

    @Override
    Installation installedIn(Path home) {
        database = MySql.emptyDatabase();
        return Installation.onMySql(home, database);
    }

    @Override
    Map<String, Object> settings(Installation installation) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password());
    }

    @Test
    void theAdministratorHasMoreRightsThanANightNeeds() {
        assertThat(installedIn(home).tributary("doctor").out())
                .contains(
                        "warn     privileges     our user has rights on the whole server that no night needs",
                        "Work as tributary_app",
                        "good     characters     utf8mb4",
                        "good     time zone      +00:00 for us",
                        "good     strictness",
                        "good     encryption");
    }

    @Test
    void whoMayOnlyReadIsTold() throws SQLException {
        Installation installation = installedIn(home);
        installation.tributary("status");
        administer("DROP USER IF EXISTS reader");
        administer("CREATE USER reader IDENTIFIED BY 'reads'");
        administer("GRANT SELECT ON " + schema() + ".* TO reader");

        Ended asked = Installation.onMySql(home, new MySql.Database(database.url(), "reader", "reads"))
                .tributary("doctor");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.out()).contains("our user lacks DELETE, INSERT, UPDATE", "GRANT DELETE, INSERT, UPDATE");
    }

    @Test
    void whoMayMakeNoTablesIsToldWhileSomeAreToBeMade() throws SQLException {
        installedIn(home);
        administer("DROP USER IF EXISTS worker");
        administer("CREATE USER worker IDENTIFIED BY 'works'");
        administer("GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema() + ".* TO worker");

        Ended asked = Installation.onMySql(home, new MySql.Database(database.url(), "worker", "works"))
                .tributary("doctor");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.out())
                .contains(
                        "there are no tables yet",
                        "our user lacks ALTER, CREATE, CREATE VIEW, DROP, INDEX, REFERENCES, and tables are to be made");
    }

    @Test
    void aWrongPasswordAndAWrongNameAreToldApart() {
        installedIn(home);

        assertThat(Installation.onMySql(home, new MySql.Database(database.url(), "root", "hunter2"))
                        .tributary("doctor")
                        .out())
                .contains("refuses user root: the password is wrong, or there is no such user", "ops/mysql/grants.sql")
                .doesNotContain("hunter2");
        assertThat(Installation.onMySql(
                                home,
                                new MySql.Database(
                                        database.url().replaceFirst("/\\w+$", "/elsewhere"),
                                        database.user(),
                                        database.password()))
                        .tributary("doctor")
                        .out())
                .contains("the server has no database of the name in jdbc:mysql://");
    }

    @Test
    void aSchemaThatCannotKeepEveryLetterIsAFailure() throws SQLException {
        Installation installation = installedIn(home);
        administer("ALTER DATABASE " + schema() + " CHARACTER SET latin1");

        Ended asked = installation.tributary("doctor");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.out())
                .contains(
                        "the schema is of latin1, which cannot keep every letter",
                        "ALTER DATABASE … CHARACTER SET utf8mb4");
    }

    @Test
    void ourConnectionsSpeakUtcAndSendNoFilesButTheirOwnWhateverTheAddressSays() {
        Installation installation = installedIn(home)
                .with(
                        "spring.datasource.url",
                        database.url() + "?connectionTimeZone=Asia/Seoul&allowLoadLocalInfile=true");

        assertThat(installation.tributary("doctor").out())
                .contains(
                        "good     time zone      +00:00 for us",
                        "good     local_infile   on; many new rows are loaded at once");
    }

    private String schema() {
        return database.url().replaceFirst(".*/", "");
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
