package dev.tributary.timeline;

import dev.tributary.run.RunLedger;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts on each contact's timeline what changed since the last run that was published: interactions that came or changed, and all
 * the past of participants who were linked since; and takes away what belongs to links that were retracted. A range of
 * interactions at a time, each in its own transaction. A restart begins with the first range again: between the two a person may
 * have changed what the ranges before rested on.
 */
class Publish implements Tasklet {

    private static final long RANGE = 20_000;

    private final JdbcClient jdbc;
    private final RunLedger ledger;
    private final TimelineEntries entries;
    private final LearnedPoints points;
    private final GoldenRecords golden;
    private final ContactWords words;
    private final RetractedLinks retracted;
    private final long run;
    private long next;

    Publish(
            JdbcClient jdbc,
            RunLedger ledger,
            TimelineEntries entries,
            LearnedPoints points,
            GoldenRecords golden,
            ContactWords words,
            RetractedLinks retracted,
            long run) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.entries = entries;
        this.points = points;
        this.golden = golden;
        this.words = words;
        this.retracted = retracted;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        if (next == 0) {
            contribution.incrementWriteCount(retracted.takeAway());
            golden.publish();
            words.publish();
        }
        Long first = jdbc.sql("SELECT MIN(id) FROM interaction WHERE id >= :next")
                .param("next", next)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (first == null) {
            points.publish();
            ledger.published(run);
            return RepeatStatus.FINISHED;
        }
        long published = ledger.lastPublishedBefore(run);
        contribution.incrementWriteCount(entries.publish(first, first + RANGE, published));
        next = first + RANGE;
        return RepeatStatus.CONTINUABLE;
    }
}
