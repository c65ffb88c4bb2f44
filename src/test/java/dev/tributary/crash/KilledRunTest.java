package dev.tributary.crash;

import static dev.tributary.crash.TributaryProcess.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A run that is killed in any step, and started again, leaves the same tables as one that nobody disturbed. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunTest {

    private static final String CHUNK = "tributary.stage.chunk";
    private static final int RECORDS_A_CHUNK = 100;
    private static final List<String> OUTCOMES =
            List.of("new", "updated", "unchanged", "duplicate", "filtered", "suppressed", "quarantined");

    /** How many moments each step has at which it may be killed. */
    private final Map<String, Integer> moments = new TreeMap<>();

    private Map<String, List<String>> expected = Map.of();

    /** Its seed is in the name of a test that fails. */
    private final long seed = Long.getLong("tributary.test.seed", System.nanoTime() % 1_000_000);

    private final Random random = new Random(seed);

    @BeforeAll
    void runsUndisturbed(@TempDir Path undisturbed) {
        TributaryProcess.Ended ended = command()
                .with(Moments.FREEZE, Moments.NOWHERE)
                .with(CHUNK, RECORDS_A_CHUNK)
                .run(Night.in(undisturbed), "--json", "sync", "--date", Night.DATE);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        ended.err().lines().filter(it -> it.startsWith(Moments.COUNTED)).forEach(line -> {
            String[] counted = line.substring(Moments.COUNTED.length()).split(":");
            moments.put(counted[0], Integer.valueOf(counted[1]));
        });
        expected = Tables.ofHome(undisturbed);
        assertThat(expected.get("interaction")).hasSizeGreaterThan(Night.ARCHIVED);
        assertThat(expected.get("quarantined_record")).hasSizeGreaterThan(10);
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {Moments.START, "contacts", "extract", "stage", "thread", "identify", "publish", "report"})
    void goesOnWhereItWasKilled(String step, @TempDir Path folder) {
        Path home = Night.in(folder);
        int moment = 1 + random.nextInt(moments.get(step));
        kill(home, step, moment);
        endsLikeTheUndisturbed(home, "killed at moment " + moment + " of " + step);
    }

    /** Whoever shares the segments out anew must not take a partition that is done for one that is to come. */
    @ParameterizedTest(name = "at {0} of 100")
    @ValueSource(ints = {91, 94})
    void losesNoSegmentOfAPartition(int percent, @TempDir Path folder) {
        Path home = Night.in(folder);
        int moment = Math.max(1, moments.get("stage") * percent / 100);
        kill(home, "stage", moment);
        endsLikeTheUndisturbed(home, "killed at moment " + moment + " of stage");
    }

    private static void kill(Path home, String step, int moment) {
        try (TributaryProcess process = command()
                .with(Moments.FREEZE, step + ":" + moment)
                .with(CHUNK, RECORDS_A_CHUNK)
                .start(home, "sync", "--date", Night.DATE)) {
            assertThat(process.says(Moments.FROZEN + step)).as(process.err()).isTrue();
            process.kill();
        }
    }

    private void endsLikeTheUndisturbed(Path home, String how) {
        CommandLineRun.Ended ended =
                CommandLineRun.in(home).with(CHUNK, RECORDS_A_CHUNK).tributary("--json", "sync", "--date", Night.DATE);
        assertThat(ended.exitCode()).as(how + ": " + ended.err()).isZero();
        assertThat(ended.json().get("state").asString()).as(how).isEqualTo("COMPLETED");
        ended.json().get("sources").forEach(source -> balances(source, how));
        assertThat(Tables.differences(expected, Tables.ofHome(home))).as(how).isEmpty();
        assertThat(Night.dropped(home)).as(how).isZero();
    }

    private static void balances(JsonNode source, String how) {
        long accounted =
                OUTCOMES.stream().mapToLong(it -> source.get(it).asLong()).sum();
        assertThat(accounted)
                .as(how + ": " + source)
                .isEqualTo(source.get("read").asLong());
    }
}
