package dev.tributary.pipeline;

import dev.tributary.run.Fence;
import dev.tributary.run.RunLock;
import dev.tributary.run.SyncRun;
import dev.tributary.store.RunningStatements;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The run that this process works on. When the process is asked to end, the run stops behind the records that it is committing, and
 * is marked as stopped; a statement that takes too long for that is cancelled, and what does not end even so ends as if it was killed. Either way it goes on where it was when it is
 * started again. Thread-safe.
 */
@Component
class UnderWay implements SmartLifecycle, JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);
    private static final Duration TO_END_A_STATEMENT = Duration.ofSeconds(15);
    private static final Duration TO_END = Duration.ofSeconds(10);

    private final Fence fence;
    private final RunningStatements statements;
    private final JobRepository repository;
    private final ObjectProvider<JobOperator> operator;
    private final AtomicReference<@Nullable Work> current = new AtomicReference<>();
    private volatile boolean open;

    /** @param operator asked for when something is to be stopped: it needs the job, which needs us */
    UnderWay(
            Fence fence, RunningStatements statements, JobRepository repository, ObjectProvider<JobOperator> operator) {
        this.fence = fence;
        this.statements = statements;
        this.repository = repository;
        this.operator = operator;
    }

    /** What is being done by the right to run. */
    final class Work implements AutoCloseable {

        private final RunLock.Held right;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable SyncRun run;
        private volatile @Nullable Long execution;

        private Work(RunLock.Held right) {
            this.right = right;
        }

        /** Says which run it is. */
        void on(SyncRun it) {
            run = it;
        }

        @Override
        public void close() {
            current.compareAndSet(this, null);
            ended.countDown();
        }
    }

    /** Notes that something begins; it is closed when the right is given back. */
    Work begin(RunLock.Held right) {
        Work work = new Work(right);
        current.set(work);
        return work;
    }

    /** Whether it is this process that works on the run. */
    boolean isOn(long run) {
        Work work = current.get();
        SyncRun its = work == null ? null : work.run;
        return its != null && its.id() == run;
    }

    /** Whether the process is ending, so that nothing is to be begun. */
    boolean isEnding() {
        return !open;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        Work work = current.get();
        if (work != null) {
            fence.protect(execution.getId(), work.right);
            work.execution = execution.getId();
            if (isEnding()) {
                stop(work);
            }
        }
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    @Override
    public void stop() {
        open = false;
        Work work = current.get();
        if (work != null) {
            stop(work);
            await(work);
        }
    }

    private void stop(Work work) {
        Long execution = work.execution;
        JobExecution running = execution == null ? null : repository.getJobExecution(execution);
        if (running != null) {
            try {
                operator.getObject().stop(running);
            } catch (JobExecutionNotRunningException ended) {
                LOG.debug("The run ended by itself");
            }
        }
    }

    private void await(Work work) {
        try {
            if (work.ended.await(TO_END_A_STATEMENT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            statements.cancel();
            if (!work.ended.await(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A run did not stop in time; started again it goes on where its last commit was");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
