package dev.tributary.crash;

import dev.tributary.testing.MySql;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class KilledRunOnMySqlTest {

    private static Undisturbed undisturbed;

    @BeforeAll
    static void aNightThatNobodyDisturbs(@TempDir Path calm) {
        undisturbed = Undisturbed.in(calm, MySql.emptyDatabase());
    }

    @Test
    void goesOnHoweverOftenItIsKilled(@TempDir Path home) {
        goesOnWhereItIsKilledInEachOf(
                List.of(
                        Moments.START,
                        "contacts",
                        "extract",
                        "stage",
                        "thread",
                        "episodes",
                        "identify",
                        "suggest",
                        "brake",
                        "publish",
                        "report"),
                home);
    }

    /** Whoever is killed while they decide may have counted meanwhile, and does not count again. */
    @Test
    void goesOnHoweverOftenItIsKilledWhileItCounts(@TempDir Path home) {
        goesOnWhereItIsKilledInEachOf(List.of("days", "waits"), home);
    }

    private static void goesOnWhereItIsKilledInEachOf(List<String> steps, Path home) {
        MySql.Database database = MySql.emptyDatabase();
        Night.in(home);
        StringBuilder kills = new StringBuilder("killed at");
        for (String step : steps) {
            int moment = undisturbed.anyMomentOf(step);
            kills.append(" moment ").append(moment).append(" of ").append(step);
            NightRun.in(home, database).killedIn(step, moment);
        }
        NightRun.in(home, database).endsLike(undisturbed, kills.toString());
    }
}
