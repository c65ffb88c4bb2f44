package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.MySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two servers share a database and a home folder: what one leaves, the other goes on with. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class TakenOverRunTest {

    private static final int IN_THE_MIDST = 300;
    private static final Duration TAKE_OVER = Duration.ofSeconds(120);
    private static final Duration NOT_LONGER_THAN_SLOW = Duration.ofSeconds(35);
    private static final long AN_HOUR = 3_600_000;
    private static final int COMMAND_NOT_FOUND = 127;

    private final MySql.Database database = MySql.emptyDatabase();

    @TempDir
    private Path home;

    @BeforeEach
    void aNightAtHalfPastThree() throws IOException {
        Night.in(home);
        Path job = home.resolve("jobs/nightly-sync.yaml");
        Files.writeString(job, Files.readString(job) + "schedule: { cron: \"0 30 3 * * ?\", zone: UTC }\n");
    }

    @Test
    void aNightThatWasMissedIsMadeUpForAndFinishedByAnotherServerWhenItsOwnIsKilled() throws SQLException {
        theHourPassedWhileNobodyServed();
        try (TributaryProcess first =
                server().with(Moments.FREEZE, "stage:" + IN_THE_MIDST).start(home, "serve", "--port", "0")) {
            assertThat(first.says(Moments.FROZEN + "stage")).as(first::err).isTrue();
            try (TributaryProcess second = server().start(home, "--json", "serve", "--port", "0")) {
                await(TAKE_OVER, () -> second.err().contains("Another server takes in what is pushed"));
                sleep(Duration.ofSeconds(25));
                assertThat(runs()).as("while it is only slow").containsExactly("RUNNING 1");

                first.kill();
                long killed = System.nanoTime();

                await(TAKE_OVER, () -> second.err().contains("Run 1 did not end; it goes on where it was"));
                assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKE_OVER);
                await(TAKE_OVER, () -> runs().equals(List.of("COMPLETED 1")));
                assertThat(rows("SELECT COUNT(*), COUNT(DISTINCT channel, account, native_id) FROM interaction"))
                        .singleElement()
                        .asString()
                        .as("interactions, and different ones")
                        .matches("(\\d{4}) \\1");
            }
        }
    }

    @Test
    void aServerThatSleepsForAWhileKeepsItsRunAndFinishesIt() throws Exception {
        try (TributaryProcess command = NightRun.in(home, database)
                        .with(Moments.FREEZE, Moments.NOWHERE)
                        .start();
                TributaryProcess server = server().start(home, "serve", "--port", "0")) {
            assertThat(command.says(Moments.COUNTED + "contacts"))
                    .as(command::err)
                    .isTrue();
            signal("STOP", command);
            sleep(NOT_LONGER_THAN_SLOW);
            assertThat(server.err()).doesNotContain("it goes on where it was");
            assertThat(runs()).containsExactly("RUNNING 1");

            signal("CONT", command);

            assertThat(command.end().exitCode()).as(command::err).isZero();
            assertThat(runs()).containsExactly("COMPLETED 1");
            assertThat(server.err()).doesNotContain("it goes on where it was");
        }
    }

    /** What 'tributary schedule reload' plans, an hour late. */
    private void theHourPassedWhileNobodyServed() throws SQLException {
        TributaryProcess.Ended planned = server().run(home, "schedule", "reload");
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("added    night nightly-sync");
        change("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = " + (System.currentTimeMillis() - AN_HOUR));
    }

    private TributaryProcess.Command server() {
        return TributaryProcess.command().environment(database.environment());
    }

    private List<String> runs() {
        return rows("SELECT state, attempt FROM sync_run ORDER BY id");
    }

    private static void signal(String name, TributaryProcess process) throws IOException, InterruptedException {
        int ended = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(ended).isNotEqualTo(COMMAND_NOT_FOUND).isZero();
    }

    private static void await(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not come in " + atMost).isLessThan(end);
            TributaryProcess.sleep(250);
        }
    }

    private static void sleep(Duration span) {
        TributaryProcess.sleep(span.toMillis());
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
