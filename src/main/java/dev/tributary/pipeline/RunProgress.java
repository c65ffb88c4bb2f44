package dev.tributary.pipeline;

import dev.tributary.run.Restage;
import dev.tributary.run.SyncRun;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** How far a run has come, as Spring Batch keeps it. Thread-safe. */
@Component
public class RunProgress {

    private static final String OF_A_PARTITION = ":";

    private final JobRepository repository;

    RunProgress(JobRepository repository) {
        this.repository = repository;
    }

    /**
     * A step of the job, or one of its partitions.
     *
     * @param partition null for the step as a whole
     * @param status null where it has not begun
     * @param read the records that it read so far, of a partition; 0 where a step is no reading one
     * @param written what it wrote so far, in a step's own unit: segments, records, links, entries
     * @param startedAt in the zone of the server, as Spring Batch writes it; null where it has not begun
     * @param endedAt the same; null where it has not ended
     */
    public record Stage(
            String step,
            @Nullable String partition,
            @Nullable BatchStatus status,
            long read,
            long written,
            @Nullable LocalDateTime startedAt,
            @Nullable LocalDateTime endedAt) {

        /** Whether it is at work. */
        public boolean isAtWork() {
            return status != null && status.isRunning();
        }
    }

    /** Every step in the order of the job, each before its partitions; of a step that was repeated the last time counts. */
    public List<Stage> of(SyncRun run) {
        Map<String, StepExecution> last = last(run);
        List<Stage> stages = new ArrayList<>();
        for (String step : SyncJob.STEPS) {
            stages.add(stage(step, null, last.get(step)));
            last.values().stream()
                    .filter(it -> it.getStepName().startsWith(step + OF_A_PARTITION))
                    .sorted(Comparator.comparing(StepExecution::getStepName))
                    .map(it -> stage(step, it.getStepName().substring(step.length() + 1), it))
                    .forEach(stages::add);
        }
        return stages;
    }

    private Map<String, StepExecution> last(SyncRun run) {
        Map<String, StepExecution> last = new LinkedHashMap<>();
        JobInstance instance = repository.getJobInstance(SyncJob.NAME, Parameters.of(run, List.of(), Restage.NONE));
        if (instance != null) {
            repository.getJobExecutions(instance).stream()
                    .sorted(Comparator.comparingLong(JobExecution::getId))
                    .flatMap(it -> it.getStepExecutions().stream())
                    .forEach(it -> last.put(it.getStepName(), it));
        }
        return last;
    }

    private static Stage stage(String step, @Nullable String partition, @Nullable StepExecution execution) {
        return execution == null
                ? new Stage(step, partition, null, 0, 0, null, null)
                : new Stage(
                        step,
                        partition,
                        execution.getStatus(),
                        execution.getReadCount(),
                        execution.getWriteCount(),
                        execution.getStartTime(),
                        execution.getEndTime());
    }
}
