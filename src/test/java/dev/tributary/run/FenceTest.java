package dev.tributary.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has lost the run lock writes nothing more. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FenceTest {

    @Parameter
    TestDatabase database;

    private RunLock lock;
    private Fence fence;

    @BeforeEach
    void anEmptyDatabase() {
        database.clear();
        lock = database.bean(RunLock.class);
        fence = database.bean(Fence.class);
    }

    @AfterEach
    void noStep() {
        StepSynchronizationManager.release();
    }

    @Test
    void aStepCommitsByTheRightOfItsRun() {
        try (RunLock.Held right = lock.tryAcquire().orElseThrow()) {
            fence.protect(901, right);
            write("ours", 901);
        }
        assertThat(written()).containsExactly("ours");
    }

    @Test
    void aStepThatSleptWhileAnotherProcessTookOverCommitsNothing() {
        try (RunLock.Held old = lock.tryAcquire().orElseThrow()) {
            fence.protect(902, old);
        }
        try (RunLock.Held right = lock.tryAcquire().orElseThrow()) {
            fence.protect(903, right);
            assertThatExceptionOfType(LockLost.class).isThrownBy(() -> write("of a ghost", 902));
            write("ours", 903);
        }
        assertThat(written()).containsExactly("ours");
    }

    @Test
    void aStepWhoseLockWasCutOffCommitsNothingEvenWhereNobodyTookOver() throws Exception {
        assumeTrue(database == TestDatabase.MYSQL, "a connection can only be killed on a server");
        try (RunLock.Held right = lock.tryAcquire().orElseThrow()) {
            fence.protect(904, right);
            List<Long> holders = database.jdbc().queryForList("""
                            SELECT t.trx_mysql_thread_id FROM information_schema.innodb_trx t
                            JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
                            WHERE p.db = DATABASE()""", Long.class);
            assertThat(holders).hasSize(1);
            database.jdbc().execute("KILL " + holders.get(0));
            for (long waited = 0; !right.isLost() && waited < RowLock.PULSE.toMillis() * 2; waited += 100) {
                Thread.sleep(100);
            }
            assertThatExceptionOfType(LockLost.class).isThrownBy(() -> write("cut off", 904));
        }
        assertThat(written()).isEmpty();
        try (RunLock.Held next = lock.tryAcquire().orElseThrow()) {
            assertThat(next.isLost()).isFalse();
        }
    }

    /** A steward's decision has no run, and needs no right. */
    @Test
    void whatIsNoStepIsNotAsked() {
        new TransactionTemplate(database.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> insert("a page"));
        assertThat(written()).containsExactly("a page");
    }

    private void write(String source, long execution) {
        JobExecution job = new JobExecution(execution, new JobInstance(execution, "sync"), new JobParameters());
        StepSynchronizationManager.register(new StepExecution(execution, "stage", job));
        try {
            new TransactionTemplate(database.bean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> insert(source));
        } finally {
            StepSynchronizationManager.close();
        }
    }

    private void insert(String source) {
        database.jdbc().update("INSERT INTO source_lock (source) VALUES (?)", source);
    }

    private List<String> written() {
        return database.jdbc().queryForList("SELECT source FROM source_lock", String.class);
    }
}
