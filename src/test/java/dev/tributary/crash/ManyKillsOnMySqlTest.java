package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.MySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A night of fifty thousand messages is killed at random points of its whole length, again and again, and ends like one that nobody
 * disturbed. For more kills: {@code mvn surefire:test -Dtest=ManyKillsOnMySqlTest -DargLine=-Dtributary.test.kills=100}.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class ManyKillsOnMySqlTest {

    private static final int KILLS = Integer.getInteger("tributary.test.kills", 25);
    private static final int MESSAGES = 50_000;

    /** About so many kills fall into one night. */
    private static final int A_NIGHT = 8;

    private int killed;

    @Test
    void losesNothingAndDoublesNothing(@TempDir Path folder) throws IOException {
        Path calm = Night.in(Files.createDirectory(folder.resolve("calm")), MESSAGES);
        long begin = System.nanoTime();
        Undisturbed undisturbed = Undisturbed.of(NightRun.ofMany(calm, MySql.emptyDatabase()));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        for (int night = 1; killed < KILLS; night++) {
            Path home = Night.in(Files.createDirectory(folder.resolve("night-" + night)), MESSAGES);
            MySql.Database database = MySql.emptyDatabase();
            List<Long> lives = killUntilItHasEnded(home, database, 2 * millis / A_NIGHT);
            NightRun.ofMany(home, database).endsLike(undisturbed, "killed after these milliseconds: " + lives);
        }
        assertThat(killed).isEqualTo(KILLS);
    }

    private List<Long> killUntilItHasEnded(Path home, MySql.Database database, long longest) {
        List<Long> lives = new ArrayList<>();
        boolean ended = false;
        while (!ended && killed < KILLS) {
            try (TributaryProcess process = NightRun.ofMany(home, database)
                    .with(Moments.FREEZE, Moments.NOWHERE)
                    .start()) {
                process.says(Moments.COUNTED);
                long life = Undisturbed.atMost(longest);
                ended = process.endsWithin(life);
                if (!ended) {
                    process.kill();
                    killed++;
                    lives.add(life);
                }
            }
        }
        return lives;
    }
}
