package dev.tributary.run;

import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.JobContext;
import org.springframework.batch.core.scope.context.JobSynchronizationManager;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a run that has lost its lock from committing: its process was cut off from the database, or asleep, and another one goes on
 * with the run. Each transaction of a run's steps looks before its commit whether the token is still its own, and locks it for reading
 * until the commit is through; whoever takes the lock over raises the token first, and waits for such a commit. Thread-safe.
 *
 * @see <a href="https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html">Kleppmann, How to do distributed
 *     locking, on fencing tokens</a>
 */
@Component
public class Fence implements TransactionExecutionListener {

    private static final String TOKEN = "SELECT token FROM run_fence";

    private final Map<Long, Right> rights = new ConcurrentHashMap<>();
    private final DataSource dataSource;
    private final ObjectProvider<PlatformTransactionManager> transactions;

    /** @param transactions asked for when it is needed, for it tells us of its transactions */
    Fence(DataSource dataSource, ObjectProvider<PlatformTransactionManager> transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    private record Right(RunLock.Held lock, long token, String look) {}

    /** What an execution of the job commits from now on, it commits by this right, and nobody by an older one. */
    public void protect(long jobExecution, RunLock.Held right) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Boolean server =
                jdbc.execute((Connection it) -> it.getMetaData().getURL().startsWith("jdbc:mysql:"));
        // an embedded database is of one process, which ends with its connections
        String look = TOKEN + (Boolean.TRUE.equals(server) ? " FOR SHARE" : "");
        Long token = new TransactionTemplate(transactions.getObject()).execute(status -> {
            jdbc.update("UPDATE run_fence SET token = token + 1");
            return jdbc.queryForObject(TOKEN, Long.class);
        });
        rights.put(jobExecution, new Right(right, token == null ? 0 : token, look));
    }

    /** @throws LockLost where the run has to end */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Long execution = transaction.isReadOnly() ? null : jobExecution();
        Right right = execution == null ? null : rights.get(execution);
        if (right != null && (right.lock.isLost() || token(right) != right.token)) {
            throw new LockLost();
        }
    }

    private long token(Right right) {
        Long token = new JdbcTemplate(dataSource).queryForObject(right.look, Long.class);
        return token == null ? 0 : token;
    }

    private static @Nullable Long jobExecution() {
        StepContext step = StepSynchronizationManager.getContext();
        if (step != null) {
            return step.getStepExecution().getJobExecutionId();
        }
        JobContext job = JobSynchronizationManager.getContext();
        return job == null ? null : job.getJobExecution().getId();
    }
}
