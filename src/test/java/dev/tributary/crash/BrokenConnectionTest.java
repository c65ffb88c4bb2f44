package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose connection breaks goes on by itself where its last commit was, and not behind what never was committed. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class BrokenConnectionTest {

    private static Undisturbed undisturbed;

    @BeforeAll
    static void aNightThatNobodyDisturbs(@TempDir Path home) {
        undisturbed = Undisturbed.in(home, null);
    }

    /** A commit whose answer never comes may have come through or not. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "stage:12:" + Moments.COMMIT,
                "stage:12:" + Moments.COMMITTED,
                "stage:12:UPDATE BATCH_STEP_EXECUTION_CONTEXT",
                "stage:12:END_TIME = ?, STATUS = ?, COMMIT_COUNT = ?",
                "identify:1:" + Moments.COMMITTED,
                "publish:1:" + Moments.COMMIT
            })
    void isMendedByTheRunItself(String moment, @TempDir Path home) {
        Night.in(home);
        TributaryProcess.Ended ended = NightRun.in(home, null)
                .with(Moments.FREEZE, Moments.NOWHERE)
                .with(Moments.BREAK, moment)
                .endsLike(undisturbed, "broken at " + moment);
        assertThat(ended.err()).contains(Moments.BROKEN);
    }
}
