package dev.tributary.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the position of a chunk's reader from running ahead of what the chunk has committed. Spring Batch tells the step's context
 * the new position before it commits the chunk, and saves the context once more, in a transaction of its own, when the step has
 * failed: where the commit itself failed, the chunk would be left out when the step goes on.
 */
public final class PositionOfCommit {

    private PositionOfCommit() {}

    /** The same repository for a step that reads by chunks: it saves the step's context with the records of a chunk, or not at all. */
    public static JobRepository of(JobRepository repository) {
        return (JobRepository) Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> {
                    if (isContextOfStep(method.getName(), arguments)
                            && !TransactionSynchronizationManager.isActualTransactionActive()) {
                        return null;
                    }
                    try {
                        return method.invoke(repository, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static boolean isContextOfStep(String method, Object @Nullable [] arguments) {
        return method.equals("updateExecutionContext") && arguments != null && arguments[0] instanceof StepExecution;
    }
}
