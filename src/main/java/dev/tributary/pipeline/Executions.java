package dev.tributary.pipeline;

import dev.tributary.run.SyncRun;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** A run as Spring Batch executes it: begun, or gone on with where it was. Whoever calls holds the run lock. */
@Component
class Executions {

    private static final Logger LOG = LoggerFactory.getLogger(Executions.class);

    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;

    Executions(JobOperator operator, JobRepository repository, Job job) {
        this.operator = operator;
        this.repository = repository;
        this.job = job;
    }

    /** @throws RuntimeException where the database fails so that the end cannot be noted */
    JobExecution begin(JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException refused) {
            throw new IllegalStateException("Spring Batch refused to start the job", refused);
        }
    }

    /**
     * Goes on where the last commit was; whoever was at work on the run before is dead.
     *
     * @param parameters of a run that never began
     */
    JobExecution goOn(SyncRun run, JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(SyncJob.NAME, parameters);
        JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
        if (last == null) {
            forget(instance);
            return begin(parameters);
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            return last;
        }
        LOG.info("Run {} did not end; it goes on where it was", run.id());
        mend(last);
        return begin(last.getJobParameters());
    }

    /** Spring Batch refuses to start a job that was only announced when the process died. */
    private void forget(@Nullable JobInstance announced) {
        if (announced != null) {
            repository.deleteJobInstance(announced);
        }
    }

    /**
     * Spring Batch refuses to go on where a process died at work, or where it could not note how a step ended, for it does not know
     * whether the last commit came through. Ours write a step's progress in the transaction of its records, so both came through or
     * neither.
     */
    private void mend(JobExecution last) {
        last.getStepExecutions().stream().filter(it -> isOpen(it.getStatus())).forEach(step -> {
            step.setStatus(BatchStatus.FAILED);
            step.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
            repository.update(step);
        });
        if (isOpen(last.getStatus())) {
            last.setStatus(BatchStatus.FAILED);
            last.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
            repository.update(last);
        }
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
