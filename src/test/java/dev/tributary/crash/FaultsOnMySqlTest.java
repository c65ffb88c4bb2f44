package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.FaultyProxy;
import dev.tributary.testing.MySql;
import dev.tributary.testing.RestartedMySql;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between a night and its database lies a network, and other programs work on the same rows. Whatever happens there, the night ends as if it had not. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class FaultsOnMySqlTest {

    private static final int IN_THE_MIDST = 400;
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final long PATIENCE = 900;

    /** Those of our database, for others have their own, and of chunks, which have written before they wait. */
    private static final String LOCK_WAITS = """
            SELECT COUNT(*) FROM performance_schema.data_lock_waits w
            JOIN performance_schema.data_locks l ON l.engine_lock_id = w.requesting_engine_lock_id
            JOIN information_schema.innodb_trx t ON t.trx_id = w.requesting_engine_transaction_id
            WHERE l.object_schema = DATABASE() AND t.trx_rows_modified > 20""";

    private static Undisturbed undisturbed;

    @TempDir
    private Path home;

    private MySql.Database database;
    private FaultyProxy proxy;

    @BeforeAll
    static void aNightThatNobodyDisturbs(@TempDir Path calm) {
        undisturbed = Undisturbed.in(calm, MySql.emptyDatabase());
    }

    @BeforeEach
    void aProxyBeforeTheDatabase() {
        database = MySql.emptyDatabase();
        URI server = URI.create(database.url().substring("jdbc:".length()));
        proxy = FaultyProxy.before(server.getHost(), server.getPort());
        Night.in(home);
    }

    @AfterEach
    void noProxy() throws IOException {
        proxy.close();
    }

    @Test
    void aSlowNetworkIsOnlySlow() throws Exception {
        proxy.latency(Duration.ofMillis(2));
        night("").get(PATIENCE, TimeUnit.SECONDS);
    }

    @Test
    void connectionsThatAreResetAreMadeAgainAndTheNightGoesOn() throws Exception {
        CompletableFuture<Void> night = night("");
        untilItIsInTheMidst();
        proxy.reset();
        night.get(PATIENCE, TimeUnit.SECONDS);
    }

    @Test
    void aNetworkThatIsSilentForHalfAMinuteIsWaitedFor() throws Exception {
        CompletableFuture<Void> night = night("");
        untilItIsInTheMidst();
        proxy.cut();
        TributaryProcess.sleep(A_WHILE.toMillis());
        assertThat(night).isNotDone();
        proxy.mend();
        night.get(PATIENCE, TimeUnit.SECONDS);
    }

    @Test
    void aDatabaseThatTakesNoConnectionForHalfAMinuteIsWaitedFor() throws Exception {
        CompletableFuture<Void> night = night("");
        untilItIsInTheMidst();
        proxy.refuse();
        TributaryProcess.sleep(A_WHILE.toMillis());
        assertThat(night).isNotDone();
        proxy.mend();
        night.get(PATIENCE, TimeUnit.SECONDS);
    }

    /** Error 1205: somebody holds a row that the night writes for longer than the database waits. */
    @Test
    void aRowThatSomebodyHoldsTooLongIsTriedAgain() throws Exception {
        CompletableFuture<Void> night = night("?sessionVariables=innodb_lock_wait_timeout=8");
        untilItIsInTheMidst();
        try (Connection other = connection()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.executeQuery("SELECT * FROM sync_run_count FOR UPDATE");
                awaitLockWait(other);
                TributaryProcess.sleep(10_000);
            }
            other.rollback();
        }
        night.get(PATIENCE, TimeUnit.SECONDS);
    }

    /** Error 1213: somebody heavier holds what a chunk waits for, and wants what the chunk has written, so that the chunk is rolled back. */
    @Test
    void aChunkThatADeadlockRollsBackIsWrittenAnew() throws Exception {
        MySql.Database scratch = MySql.emptyDatabase();
        CompletableFuture<Void> night = night("");
        untilItIsInTheMidst();
        try (Connection other = connection();
                Statement statement = other.createStatement()) {
            String ballast = scratch.url().substring(scratch.url().lastIndexOf('/') + 1) + ".ballast";
            statement.execute("CREATE TABLE " + ballast + " (id BIGINT AUTO_INCREMENT PRIMARY KEY, it INT)");
            other.setAutoCommit(false);
            statement.execute("SET SESSION innodb_lock_wait_timeout = 20");
            statement.execute("SET SESSION cte_max_recursion_depth = 100000");
            statement.execute("INSERT INTO " + ballast + " (it) WITH RECURSIVE n (it) AS"
                    + " (SELECT 1 UNION ALL SELECT it + 1 FROM n WHERE it < 100000) SELECT it FROM n");
            statement.executeQuery("SELECT * FROM sync_run_count FOR UPDATE");
            awaitLockWait(other);
            statement.executeQuery("SELECT COUNT(*) FROM participant FOR UPDATE");
            other.rollback();
        }
        night.get(PATIENCE, TimeUnit.SECONDS);
    }

    /** Whether it was asked to end, or its machine lost its power. */
    @ParameterizedTest(name = "with signal {0}")
    @ValueSource(strings = {"TERM", "KILL"})
    void aDatabaseThatIsStartedAgainInTheMidstIsWaitedFor(String signal) throws Exception {
        try (RestartedMySql server = new RestartedMySql()) {
            proxy.close();
            database = server.database();
            proxy = FaultyProxy.before(server.host(), server.port());
            CompletableFuture<Void> night = night("");
            untilItIsInTheMidst();
            server.end(signal);
            assertThat(night).isNotDone();
            server.start();
            database = server.database();
            proxy.target(server.host(), server.port());
            night.get(PATIENCE, TimeUnit.SECONDS);
        }
    }

    private CompletableFuture<Void> night(String options) {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        MySql.Database through = new MySql.Database(
                "jdbc:mysql://127.0.0.1:" + proxy.port() + server.getPath() + options,
                database.user(),
                database.password());
        return CompletableFuture.runAsync(() -> NightRun.in(home, through).endsLike(undisturbed, "through faults"));
    }

    private void untilItIsInTheMidst() throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (interactions() < IN_THE_MIDST) {
            assertThat(System.nanoTime()).as("the night has not begun").isLessThan(end);
            TributaryProcess.sleep(5);
        }
    }

    private long interactions() throws SQLException {
        try (Connection connection = connection()) {
            boolean there = number(
                            connection,
                            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                                    + " AND table_name = 'golden_contact'")
                    > 0;
            return there ? number(connection, "SELECT COUNT(*) FROM interaction") : 0;
        }
    }

    private static void awaitLockWait(Connection connection) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (number(connection, LOCK_WAITS) == 0) {
            assertThat(System.nanoTime()).as("nobody waits for the row").isLessThan(end);
            TributaryProcess.sleep(5);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
