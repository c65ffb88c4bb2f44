package dev.tributary.pipeline;

import dev.tributary.coverage.Hole;
import dev.tributary.coverage.Holes;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.ExtractResult;
import dev.tributary.extract.Extractor;
import dev.tributary.landing.Span;
import dev.tributary.run.Equation;
import dev.tributary.run.FailureCode;
import dev.tributary.run.Restage;
import dev.tributary.run.SourceLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Extracts what is new at one source, or its holes; nothing where its quarantine is replayed. Its failure is its own: the step goes on, and the report tells. */
class ExtractTasklet implements Tasklet {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractTasklet.class);
    private static final Duration TO_END_A_POLL = Duration.ofMinutes(15);

    private final SourceDefinition source;
    private final SourceLock lock;
    private final Extractor extractor;
    private final BackfillLedger backfills;
    private final Holes holes;
    private final Equation equation;
    private final Restage restage;
    private final long run;

    ExtractTasklet(
            SourceDefinition source,
            SourceLock lock,
            Extractor extractor,
            BackfillLedger backfills,
            Holes holes,
            Equation equation,
            Restage restage,
            long run) {
        this.source = source;
        this.lock = lock;
        this.extractor = extractor;
        this.backfills = backfills;
        this.holes = holes;
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
            return ask();
        }
    }

    private ExtractResult ask() {
        return backfills
                .wanted(run, source.source())
                .map(days -> extractor.fill(source, run, spans(days)))
                .orElseGet(() -> extractor.extract(source, run));
    }

    /** Those that are holes by now: a fill that was killed goes on with the rest. */
    private List<Span> spans(BackfillLedger.Wanted days) {
        return holes.of(source.source(), days.from(), days.to()).stream()
                .map(Hole::span)
                .toList();
    }
}
