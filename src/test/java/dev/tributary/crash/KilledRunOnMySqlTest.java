package dev.tributary.crash;

import dev.tributary.testing.MySql;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class KilledRunOnMySqlTest {

    private static final List<String> STEPS = List.of(
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
            "days",
            "waits",
            "report");

    @Test
    void goesOnHoweverOftenItIsKilled(@TempDir Path calm, @TempDir Path home) {
        Undisturbed undisturbed = Undisturbed.in(calm, MySql.emptyDatabase());
        MySql.Database database = MySql.emptyDatabase();
        Night.in(home);
        StringBuilder kills = new StringBuilder("killed at");
        for (String step : STEPS) {
            int moment = undisturbed.anyMomentOf(step);
            kills.append(" moment ").append(moment).append(" of ").append(step);
            NightRun.in(home, database).killedIn(step, moment);
        }
        NightRun.in(home, database).endsLike(undisturbed, kills.toString());
    }
}
