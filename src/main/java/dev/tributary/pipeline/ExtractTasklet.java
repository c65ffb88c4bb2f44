package dev.tributary.pipeline;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.ExtractResult;
import dev.tributary.extract.Extractor;
import dev.tributary.run.Equation;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Restage;
import dev.tributary.run.SourceLock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Extracts one source, unless only its quarantine is replayed. Its failure is its own: the step goes on, and the report tells. */
class ExtractTasklet implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractTasklet.class);
    private static final Duration TO_END_A_POLL = Duration.ofMinutes(15);

    private final SourceDefinition source;
    private final SourceLock lock;
    private final Extractor extractor;
    private final Equation equation;
    private final Restage restage;
    private final long run;

    ExtractTasklet(
            SourceDefinition source,
            SourceLock lock,
            Extractor extractor,
            Equation equation,
            Restage restage,
            long run) {
        this.source = source;
        this.lock = lock;
        this.extractor = extractor;
        this.equation = equation;
        this.restage = restage;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        ExtractResult result = restage == Restage.QUARANTINED ? new ExtractResult(0, null, null) : extract();
        if (result.code() == null) {
            LOG.info("{}: {} new segments", source.source(), result.segments());
        } else {
            LOG.warn("{}: {} {}", source.source(), result.code(), result.message());
        }
        equation.sourceEnded(run, source.source(), result.code(), result.message());
        contribution.incrementWriteCount(result.segments());
        return RepeatStatus.FINISHED;
    }

    private ExtractResult extract() {
        Optional<SourceLock.Held> free = lock.tryAcquire(source.source(), TO_END_A_POLL);
        if (free.isEmpty()) {
            return new ExtractResult(
                    0,
                    FailureCode.BUSY,
                    "another process has been reading the source for " + TO_END_A_POLL.toMinutes()
                            + " minutes; what it landed comes in with the next run");
        }
        SourceLock.Held mine = free.get();
        try (mine) {
            return extractor.extract(source, run);
        }
    }
}
