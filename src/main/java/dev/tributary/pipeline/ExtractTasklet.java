package dev.tributary.pipeline;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.ExtractResult;
import dev.tributary.extract.Extractor;
import dev.tributary.run.Equation;
import dev.tributary.run.Restage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Extracts one source, unless only its quarantine is replayed. Its failure is its own: the step goes on, and the report tells. */
class ExtractTasklet implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractTasklet.class);

    private final SourceDefinition source;
    private final Extractor extractor;
    private final Equation equation;
    private final Restage restage;
    private final long run;

    ExtractTasklet(SourceDefinition source, Extractor extractor, Equation equation, Restage restage, long run) {
        this.source = source;
        this.extractor = extractor;
        this.equation = equation;
        this.restage = restage;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        ExtractResult result =
                restage == Restage.QUARANTINED ? new ExtractResult(0, null, null) : extractor.extract(source, run);
        if (result.code() == null) {
            LOG.info("{}: {} new segments", source.source(), result.segments());
        } else {
            LOG.warn("{}: {} {}", source.source(), result.code(), result.message());
        }
        equation.sourceEnded(run, source.source(), result.code(), result.message());
        contribution.incrementWriteCount(result.segments());
        return RepeatStatus.FINISHED;
    }
}
