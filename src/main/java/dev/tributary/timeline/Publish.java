package dev.tributary.timeline;

import dev.tributary.due.Due;
import dev.tributary.run.Counted;
import dev.tributary.run.RunLedger;
import dev.tributary.timeline.TimelineEntries.Stretch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts on each contact's timeline what changed since the last run that was published: interactions that came or changed, and all
 * the past of participants who were linked since; and takes away what belongs to links that were retracted. Some at a time, each in
 * its own transaction. A restart begins with the first again: between the two a person may have changed what those before rested on.
 */
class Publish implements Tasklet {

    private final JdbcClient jdbc;
    private final RunLedger ledger;
    private final TimelineEntries entries;
    private final LearnedPoints points;
    private final GoldenRecords golden;
    private final ContactWords words;
    private final RetractedLinks retracted;
    private final Counted counted;
    private final Due due;
    private final long run;
    private @Nullable Stretch last;
    private @Nullable NewLinks links;

    Publish(
            JdbcClient jdbc,
            RunLedger ledger,
            TimelineEntries entries,
            LearnedPoints points,
            GoldenRecords golden,
            ContactWords words,
            RetractedLinks retracted,
            Counted counted,
            Due due,
            long run) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.entries = entries;
        this.points = points;
        this.golden = golden;
        this.words = words;
        this.retracted = retracted;
        this.counted = counted;
        this.due = due;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        long published = ledger.lastPublishedBefore(run);
        if (last == null) {
            contribution.incrementWriteCount(retracted.takeAway());
            golden.publish();
            if (counted.until(Counted.What.WORDS) == 0) {
                words.publish();
                counted.all(Counted.What.WORDS, run);
            }
            last = Stretch.after(published);
        }
        Optional<Stretch> news = entries.next(last);
        if (news.isPresent()) {
            contribution.incrementWriteCount(entries.publish(news.get()));
            last = news.get();
            return RepeatStatus.CONTINUABLE;
        }
        if (links == null) {
            links = new NewLinks(jdbc, published);
        }
        List<Long> linked = links.nextParticipants();
        if (!linked.isEmpty()) {
            contribution.incrementWriteCount(entries.publishPast(linked, published));
            return RepeatStatus.CONTINUABLE;
        }
        points.publish();
        due.published();
        ledger.published(run);
        return RepeatStatus.FINISHED;
    }
}
