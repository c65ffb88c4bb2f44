package dev.tributary.report;

import dev.tributary.report.WaitLedger.Week;
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

    private final WaitLedger waits;
    private final Counted counted;
    private final long run;

    CountWaits(WaitLedger waits, Counted counted, long run) {
        this.waits = waits;
        this.counted = counted;
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        contribution.incrementWriteCount(count());
        return RepeatStatus.FINISHED;
    }

    /** @return how many weeks of a channel changed */
    int count() {
        List<byte[]> episodes = waits.changedSince(counted.until(Counted.What.WAITS));
        Set<Week> weeks = new HashSet<>();
        for (int from = 0; from < episodes.size(); from += EPISODES) {
            weeks.addAll(waits.replace(episodes.subList(from, Math.min(from + EPISODES, episodes.size()))));
        }
        waits.addUp(weeks);
        if (!episodes.isEmpty()) {
            counted.all(Counted.What.WAITS, run);
        }
        return weeks.size();
    }
}
