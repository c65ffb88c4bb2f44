package dev.tributary.pipeline;

import java.time.Duration;
import java.time.LocalDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** One line when a step begins, one when it ends. */
final class StepLog implements StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(StepLog.class);

    @Override
    public void beforeStep(StepExecution step) {
        LOG.info("{} begins", step.getStepName());
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        Duration took = Duration.between(step.getStartTime(), LocalDateTime.now());
        LOG.info(
                "{} ended after {} ms: {}",
                step.getStepName(),
                took.toMillis(),
                step.getExitStatus().getExitCode());
        return step.getExitStatus();
    }
}
