package dev.tributary.pipeline;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.TransientDataAccessException;

/**
 * Why a job failed, told without the messages of foreign exceptions: a database quotes in them the values that it refused.
 */
final class Failure {

    private Failure() {}

    /** One sentence: which step, and what kind of failure. A partitioned step fails for one of its partitions, which tells more. */
    static String of(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .filter(step -> step.getStatus().isUnsuccessful())
                .filter(step -> !step.getFailureExceptions().isEmpty())
                .filter(step -> causes(step).stream().noneMatch(JobExecutionException.class::isInstance))
                .map(step -> "step '" + step.getStepName() + "' failed: " + cause(causes(step)))
                .findFirst()
                .orElse("the job ended as " + execution.getStatus());
    }

    /** Whether the same again may well succeed, such as after a deadlock. */
    static boolean isTransient(JobExecution execution) {
        List<Throwable> all = execution.getStepExecutions().stream()
                .flatMap(step -> causes(step).stream())
                .toList();
        return all.stream().anyMatch(TransientDataAccessException.class::isInstance);
    }

    private static List<Throwable> causes(StepExecution step) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable failure : step.getFailureExceptions()) {
            for (Throwable cause = failure; cause != null && causes.size() < 50; cause = cause.getCause()) {
                causes.add(cause);
            }
        }
        return causes;
    }

    private static String cause(List<Throwable> causes) {
        Optional<Throwable> own = causes.stream()
                .filter(it -> it.getClass().getName().startsWith("dev.tributary"))
                .findFirst();
        if (own.isPresent()) {
            return own.get().getMessage();
        }
        Throwable root = causes.get(causes.size() - 1);
        String where = root.getStackTrace().length == 0 ? "" : " at " + root.getStackTrace()[0];
        String state = root instanceof SQLException sql
                ? " (SQLState " + sql.getSQLState() + ", code " + sql.getErrorCode() + ")"
                : "";
        return root.getClass().getSimpleName() + state + where;
    }
}
