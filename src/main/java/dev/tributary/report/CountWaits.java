package dev.tributary.report;

import dev.tributary.run.Counted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Tells the waits of the episodes in which anything changed since they were told last, so that no page reads all messages. */
class CountWaits implements Tasklet {

    private static final int EPISODES = 1_000;

    /** How many keys of episodes take as much memory as a message. */
    private static final int KEYS = 10;

    private final WaitLedger waits;
    private final WaitWeeks added;
    private final Counted counted;
    private final long run;
    private final int atOnce;

    /** @param atOnce about how many messages may be held, so that memory does not grow with the news */
    CountWaits(WaitLedger waits, WaitWeeks added, Counted counted, long run, int atOnce) {
        this.waits = waits;
        this.added = added;
        this.counted = counted;
        this.run = run;
        this.atOnce = atOnce;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        contribution.incrementWriteCount(count());
        return RepeatStatus.FINISHED;
    }

    /** @return how many weeks of a channel were added up */
    int count() {
        // a run that was interrupted may go on after a later one was counted
        long since = Math.min(counted.until(Counted.What.WAITS), run - 1);
        long changed = waits.changedSince(since);
        Set<Week> weeks = new HashSet<>(added.withoutAnswers());
        if (changed == 0) {
            added.addUp(weeks);
            return weeks.size();
        }
        if (since == 0) {
            KeyRange.split(1 + changed / atOnce).forEach(range -> weeks.addAll(waits.replace(range)));
        } else {
            KeyRange.split(1 + changed / (KEYS * (long) atOnce))
                    .forEach(range -> weeks.addAll(replace(waits.episodesChangedSince(since, range))));
        }
        added.addUp(weeks);
        counted.all(Counted.What.WAITS, run);
        return weeks.size();
    }

    private Set<Week> replace(List<byte[]> episodes) {
        Set<Week> weeks = new HashSet<>();
        for (int from = 0; from < episodes.size(); from += EPISODES) {
            weeks.addAll(waits.replace(episodes.subList(from, Math.min(from + EPISODES, episodes.size()))));
        }
        return weeks;
    }
}
