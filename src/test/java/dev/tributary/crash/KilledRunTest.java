package dev.tributary.crash;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed in any step, and started again, leaves the same tables as one that nobody disturbed. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class KilledRunTest {

    private static final String READY = Moments.COUNTED;
    private static final int KILLS = 4;
    private static final int LONGEST_LIFE = 5_000;

    private static Undisturbed undisturbed;

    @BeforeAll
    static void aNightThatNobodyDisturbs(@TempDir Path home) {
        undisturbed = Undisturbed.in(home, null);
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(
            strings = {
                Moments.START,
                "contacts",
                "extract",
                "stage",
                "thread",
                "episodes",
                "identify",
                "suggest",
                "days",
                "waits",
                "brake",
                "publish",
                "report"
            })
    void goesOnWhereItWasKilled(String step, @TempDir Path home) {
        int moment = undisturbed.anyMomentOf(step);
        NightRun.in(Night.in(home), null).killedIn(step, moment);
        NightRun.in(home, null).endsLike(undisturbed, "killed at moment " + moment + " of " + step);
    }

    /** Whoever shares the segments out anew must not take a partition that is done for one that is to come. */
    @ParameterizedTest(name = "at {0} of 100")
    @ValueSource(ints = {91, 94})
    void losesNoSegmentOfAPartition(int percent, @TempDir Path home) {
        int moment = undisturbed.moments().get("stage") * percent / 100;
        NightRun.in(Night.in(home), null).killedIn("stage", moment);
        NightRun.in(home, null).endsLike(undisturbed, "killed at moment " + moment + " of stage");
    }

    @Test
    void goesOnFromTheEndOfAStep(@TempDir Path home) {
        NightRun.in(Night.in(home), null).killedIn("stage", Integer.MAX_VALUE);
        NightRun.in(home, null).endsLike(undisturbed, "killed at the end of stage");
    }

    /** Spring Batch notes that there is a run in one transaction, and that somebody is at it in the next. */
    @Test
    void beginsARunThatWasOnlyAnnounced(@TempDir Path home) {
        NightRun.in(Night.in(home), null).killedBefore(Moments.START, 1, "INTO BATCH_JOB_EXECUTION(");
        NightRun.in(home, null).endsLike(undisturbed, "announced only");
    }

    /** So it does with partitions and what belongs to them: the first update is the step's own, the second its partition's. */
    @ParameterizedTest
    @ValueSource(strings = {"extract", "stage"})
    void knowsWhatAPartitionIsToDoThatWasOnlyAnnounced(String step, @TempDir Path home) {
        NightRun.in(Night.in(home), null).killedBefore(step, 2, "UPDATE BATCH_STEP_EXECUTION_CONTEXT");
        NightRun.in(home, null).endsLike(undisturbed, "a partition announced only");
    }

    /** What a partition had done before it was announced once more is not done again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void knowsWhatAPartitionHadDoneThatWasAnnouncedAgain(int update, @TempDir Path home) {
        int moment = undisturbed.moments().get("stage") / 2;
        NightRun.in(Night.in(home), null).killedIn("stage", moment);
        NightRun.in(home, null).killedBefore("stage", update, "UPDATE BATCH_STEP_EXECUTION_CONTEXT");
        NightRun.in(home, null)
                .endsLike(undisturbed, "killed at moment " + moment + " of stage, and as it was announced again");
    }

    /** Spring Batch notes that a step is complete before the step's listeners know: what they would write might be lost. */
    @Test
    void notesByWhatItDecidedWithTheLastDecision(@TempDir Path home) {
        NightRun.in(Night.in(home), null).killedBefore("identify", 1, "INSERT INTO decided_by");
        NightRun.in(home, null).endsLike(undisturbed, "killed when all were decided upon");
    }

    @Test
    void goesOnHoweverOftenItIsKilled(@TempDir Path home) {
        Night.in(home);
        StringBuilder lives = new StringBuilder("killed after these milliseconds:");
        for (int kill = 1; kill <= KILLS; kill++) {
            long life = Undisturbed.atMost(LONGEST_LIFE);
            lives.append(' ').append(life);
            try (TributaryProcess process = NightRun.in(home, null)
                    .with(Moments.FREEZE, Moments.NOWHERE)
                    .start()) {
                process.says(READY);
                TributaryProcess.sleep(life);
                process.kill();
            }
        }
        NightRun.in(home, null).endsLike(undisturbed, lives.toString());
    }
}
