package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGTERM: what is being committed is committed, the run is marked as stopped, and the same command goes on where it was. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class StoppedRunTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int BY_SIGTERM = 143;

    private static Undisturbed undisturbed;

    @BeforeAll
    static void aNightThatNobodyDisturbs(@TempDir Path calm) {
        undisturbed = Undisturbed.in(calm, null);
    }

    @ParameterizedTest(name = "during {0}")
    @ValueSource(strings = {"contacts", "extract", "stage", "identify"})
    void stopsInTimeAndLosesNothing(String afterTheBeginningOf, @TempDir Path home) {
        Night.in(home);
        try (TributaryProcess process = NightRun.in(home, null).start()) {
            assertThat(process.saysAnywhere(afterTheBeginningOf + " begins"))
                    .as(process::err)
                    .isTrue();
            long asked = System.nanoTime();
            process.terminate();
            TributaryProcess.Ended ended = process.end();

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(LONGEST);
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(BY_SIGTERM);
        }
        Map<String, List<String>> left = NightRun.in(home, null).tables();
        assertThat(left.get("sync_run")).singleElement().asString().containsIgnoringCase("state=stopped");
        NightRun.in(home, null).endsLike(undisturbed, "stopped after the beginning of " + afterTheBeginningOf);
    }
}
