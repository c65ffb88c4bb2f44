package dev.tributary.pipeline;

import dev.tributary.run.LockLost;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Why a job failed, told without the messages of foreign exceptions: a database quotes in them the values that it refused.
 */
final class Failure {

    private static final int SERVER_SHUTDOWN = 1053;

    /** HikariCP's word for a connection that broke before, without a state. */
    private static final String POOLED_CONNECTION_GONE = "Connection is closed";

    private static final int DEEPEST = 50;

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

    /** One sentence, of a failure outside of the steps. */
    static String of(Throwable failure) {
        return failure instanceof BrokenOff told && told.getMessage() != null
                ? told.getMessage()
                : cause(causes(failure));
    }

    /** Whether the same again may well succeed, as after a deadlock or when the database is back. */
    static boolean isPassing(JobExecution execution) {
        return execution.getStatus() != BatchStatus.COMPLETED
                && execution.getStepExecutions().stream()
                        .flatMap(step -> causes(step).stream())
                        .anyMatch(Failure::passes);
    }

    /** The same, of a failure outside of the steps. */
    static boolean isPassing(Throwable failure) {
        return failure instanceof BrokenOff || causes(failure).stream().anyMatch(Failure::passes);
    }

    /** SQLState class 08 is a connection exception (ISO/IEC 9075-2, 24.1); 1053 is MySQL's word that the server shuts down. */
    private static boolean passes(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof RecoverableDataAccessException
                || cause instanceof LockLost
                || cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLException sql
                        && (sql.getSQLState() == null
                                ? POOLED_CONNECTION_GONE.equals(sql.getMessage())
                                : sql.getSQLState().startsWith("08") || sql.getErrorCode() == SERVER_SHUTDOWN);
    }

    private static List<Throwable> causes(StepExecution step) {
        return step.getFailureExceptions().stream()
                .flatMap(failure -> causes(failure).stream())
                .toList();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            causes.add(cause);
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
