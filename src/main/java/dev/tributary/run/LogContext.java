package dev.tributary.run;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Says in each line of the log which run it is about, and which source: on the thread of the run, and on those of its partitions. */
public final class LogContext implements JobExecutionListener, StepExecutionListener {

    private static final String SOURCE = "source";

    /**
     * From now on this thread works on a source.
     *
     * @param source null where it works on none
     */
    public static void source(@Nullable String source) {
        if (source == null) {
            MDC.remove(SOURCE);
        } else {
            MDC.put(SOURCE, source);
        }
    }

    /** This thread works on no run any more. */
    public static void clear() {
        MDC.remove(RunParameters.RUN);
        MDC.remove(SOURCE);
    }

    @Override
    public void beforeJob(JobExecution job) {
        MDC.put(RunParameters.RUN, String.valueOf(job.getJobParameters().getLong(RunParameters.RUN)));
    }

    @Override
    public void beforeStep(StepExecution step) {
        beforeJob(step.getJobExecution());
        source(step.getExecutionContext().getString(SOURCE, null));
    }

    /** The run stays: its thread has more to say of it, and those of partitions end with them. */
    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        source(null);
        return null;
    }
}
