package dev.tributary.run;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Splits a step into partitions, and mends what a crash left of them: Spring Batch creates a partition in one transaction and
 * says in the next what belongs to it and how far it has come, so that a crash between the two leaves a partition that knows
 * neither. It goes on as the same partition last did, and where none has begun yet, as the partitioner says, which must give the
 * same at any moment of a run.
 */
public final class RestoringSplitter extends SimpleStepExecutionSplitter {

    private static final String GRID_SIZE = SimpleStepExecutionSplitter.class.getSimpleName() + ".GRID_SIZE";

    private final JobRepository repository;
    private final Partitioner partitioner;

    public RestoringSplitter(JobRepository repository, String step, Partitioner partitioner) {
        super(repository, step, partitioner);
        this.repository = repository;
        this.partitioner = partitioner;
    }

    @Override
    public Set<StepExecution> split(StepExecution step, int gridSize) throws JobExecutionException {
        Set<StepExecution> partitions = super.split(step, gridSize);
        if (partitions.stream().anyMatch(it -> it.getExecutionContext().isEmpty())) {
            int size = (int) step.getExecutionContext().getLong(GRID_SIZE, gridSize);
            Map<String, ExecutionContext> contexts = partitioner.partition(size);
            partitions.forEach(it -> restore(it, contexts));
        }
        return partitions;
    }

    private void restore(StepExecution partition, Map<String, ExecutionContext> contexts) {
        if (partition.getExecutionContext().isEmpty()) {
            String name = partition.getStepName().substring(getStepName().length() + 1);
            partition.setExecutionContext(lastOf(partition).orElseGet(() -> contexts.get(name)));
            repository.updateExecutionContext(partition);
        }
    }

    private Optional<ExecutionContext> lastOf(StepExecution partition) {
        return repository.getJobExecutions(partition.getJobExecution().getJobInstance()).stream()
                .flatMap(it -> it.getStepExecutions().stream())
                .filter(it -> it.getStepName().equals(partition.getStepName()))
                .sorted(Comparator.comparingLong(StepExecution::getId).reversed())
                .map(StepExecution::getExecutionContext)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .map(ExecutionContext::new);
    }
}
