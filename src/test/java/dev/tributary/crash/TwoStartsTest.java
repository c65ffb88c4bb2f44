package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.MySql;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Started twice at once, a night is run once, and the second start says why it did nothing. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class TwoStartsTest {

    private static final String[] COMMAND = {"sync", "--date", Night.DATE};
    private static final int IN_THE_MIDST = 300;

    private static Map<String, List<String>> ofOneRun = Map.of();

    @BeforeAll
    static void aNightThatIsStartedOnce(@TempDir Path home) {
        assertThat(TributaryProcess.command().run(home, COMMAND).exitCode()).isZero();
        ofOneRun = Tables.ofHome(home);
    }

    @Test
    void theSecondLeavesAHomeAlone(@TempDir Path home) {
        try (TributaryProcess first = NightRun.in(Night.in(home), null).frozen("stage", IN_THE_MIDST)) {
            TributaryProcess.Ended second = TributaryProcess.command().run(home, COMMAND);
            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(second.err())
                    .isEqualTo("Another tributary is at work in this home folder; nothing was started.");
            assertThat(second.out()).isEmpty();
            first.kill();
        }
    }

    @Test
    void theSecondLeavesADatabaseAlone(@TempDir Path home, @TempDir Path other) {
        MySql.Database database = MySql.emptyDatabase();
        try (TributaryProcess first = NightRun.in(Night.in(home), database).frozen("stage", IN_THE_MIDST)) {
            TributaryProcess.Ended second = startOn(other, database).end();
            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(second.err())
                    .isEqualTo("Run 1 of nightly-sync for " + Night.DATE
                            + " is under way on this database; nothing was started.");
            assertThat(second.out()).isEmpty();
            first.kill();
        }
    }

    @RepeatedTest(2)
    void ofTwoInOneHomeOneRuns(@TempDir Path home) {
        oneRuns(startOn(home, null), startOn(home, null));
        assertThat(Tables.differences(ofOneRun, Tables.ofHome(home))).isEmpty();
    }

    @RepeatedTest(2)
    void ofTwoOnOneDatabaseOneRuns(@TempDir Path home, @TempDir Path other) {
        MySql.Database database = MySql.emptyDatabase();
        oneRuns(startOn(home, database), startOn(other, database));
        Map<String, List<String>> tables = Tables.of(database);
        ofOneRun.forEach(
                (table, rows) -> assertThat(tables.get(table)).as(table).hasSameSizeAs(rows));
        assertThat(tables.get("sync_run")).hasSize(1);
    }

    private static TributaryProcess startOn(Path home, MySql.@Nullable Database database) {
        return TributaryProcess.command()
                .environment(database == null ? Map.of() : database.environment())
                .start(home, COMMAND);
    }

    /** Whoever comes late finds the other at work, or the night done. */
    private static void oneRuns(TributaryProcess one, TributaryProcess another) {
        try (one;
                another) {
            List<TributaryProcess.Ended> both = List.of(one.end(), another.end());
            assertThat(both).allSatisfy(it -> {
                assertThat(it.exitCode()).as(it.err() + it.out()).isZero();
                assertThat(it.err()).doesNotContain("\tat ");
            });
            Stream<String> said = both.stream().map(it -> it.err() + it.out());
            assertThat(said.filter(it -> it.contains("nothing was started") || it.contains("is already complete")))
                    .hasSize(1);
        }
    }
}
