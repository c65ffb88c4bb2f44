package dev.tributary.pipeline;

import dev.tributary.definition.JobDefinition;
import dev.tributary.run.Restage;
import dev.tributary.run.RunParameters;
import dev.tributary.run.SyncRun;
import java.util.List;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** The job parameters of a run; job, business date and attempt identify it. Pure. */
final class Parameters {

    private Parameters() {}

    static JobParameters of(SyncRun run, SyncRequest request, JobDefinition job) {
        return of(run, request.sources().isEmpty() ? job.sources() : request.sources(), request.restage());
    }

    static JobParameters of(SyncRun run, List<String> sources, Restage restage) {
        return new JobParametersBuilder()
                .addString(RunParameters.JOB, run.job())
                .addString(RunParameters.BUSINESS_DATE, run.businessDate().toString())
                .addLong(RunParameters.ATTEMPT, (long) run.attempt())
                .addLong(RunParameters.RUN, run.id(), false)
                .addString(RunParameters.SOURCES, String.join(",", sources), false)
                .addString(RunParameters.RESTAGE, restage.name(), false)
                .toJobParameters();
    }
}
