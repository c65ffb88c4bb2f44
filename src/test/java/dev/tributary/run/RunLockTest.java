package dev.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
@Timeout(30)
class RunLockTest {

    @Parameter
    TestDatabase database;

    /** The start of the application is not what is timed. */
    @BeforeEach
    void started() {
        assertThat(database.bean(RunLock.class)).isNotNull();
    }

    @Test
    void letsOnlyOneRunWorkAndTellsTheOtherAtOnce() throws Exception {
        RunLock lock = database.bean(RunLock.class);
        try (RunLock.Held held = lock.tryAcquire().orElseThrow()) {
            long start = System.nanoTime();
            Optional<RunLock.Held> second =
                    CompletableFuture.supplyAsync(lock::tryAcquire).get(10, TimeUnit.SECONDS);

            assertThat(held).isNotNull();
            assertThat(second).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void isFreeAfterItWasClosed() {
        RunLock lock = database.bean(RunLock.class);
        for (int round = 0; round < 30; round++) {
            Optional<RunLock.Held> held = lock.tryAcquire();
            assertThat(held).isPresent();
            held.get().close();
        }
    }

    @Test
    void givesBackTheConnectionOfWhoCameTooLate() {
        RunLock lock = database.bean(RunLock.class);
        try (RunLock.Held held = lock.tryAcquire().orElseThrow()) {
            assertThat(held).isNotNull();
            for (int round = 0; round < 30; round++) {
                assertThat(lock.tryAcquire()).isEmpty();
            }
        }
    }

    @Test
    void isFreeAfterTheProcessThatHeldItDied() throws Exception {
        assumeTrue(database == TestDatabase.MYSQL, "a connection can only be killed on a server");
        RunLock lock = database.bean(RunLock.class);
        DataSource pool = database.bean(DataSource.class);
        Connection dying = pool.getConnection();
        dying.setAutoCommit(false);
        try (Statement statement = dying.createStatement()) {
            long id;
            try (ResultSet answer = statement.executeQuery("SELECT CONNECTION_ID()")) {
                answer.next();
                id = answer.getLong(1);
            }
            statement.executeQuery("SELECT name FROM run_lock WHERE name = 'sync' FOR UPDATE");
            assertThat(lock.tryAcquire()).isEmpty();
            database.jdbc().execute("KILL " + id);
        }

        Optional<RunLock.Held> next = Optional.empty();
        for (int tries = 0; tries < 50 && next.isEmpty(); tries++) {
            Thread.sleep(20);
            next = lock.tryAcquire();
        }
        assertThat(next).isPresent();
        next.get().close();
        assertThatExceptionOfType(SQLException.class).isThrownBy(dying::close);
    }
}
