package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.MySql;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A night that nobody disturbed, to measure the others by.
 *
 * @param tables what it left
 * @param moments how many moments each step had at which it might have been killed
 */
record Undisturbed(Map<String, List<String>> tables, Map<String, Integer> moments) {

    /** The seed of all that is random; each test says what came of it. */
    private static final Random RANDOM = new Random(Long.getLong("tributary.test.seed", System.nanoTime()));

    /** @param database null for the H2 file in the home folder */
    static Undisturbed in(Path home, MySql.@Nullable Database database) {
        return of(NightRun.in(Night.in(home), database));
    }

    static Undisturbed of(NightRun night) {
        TributaryProcess.Ended ended =
                night.with(Moments.FREEZE, Moments.NOWHERE).run();
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        Map<String, Integer> moments = new TreeMap<>();
        ended.err().lines().filter(it -> it.startsWith(Moments.COUNTED)).forEach(line -> {
            String[] counted = line.substring(Moments.COUNTED.length()).split(":");
            moments.put(counted[0], Integer.valueOf(counted[1]));
        });
        Map<String, List<String>> tables = night.tables();
        assertThat(tables.get("interaction")).hasSizeGreaterThan(Night.ARCHIVED);
        assertThat(tables.get("quarantined_record")).hasSizeGreaterThan(10);
        for (String table : Night.FILLED) {
            assertThat(tables.get(table)).as(table).isNotEmpty();
        }
        return new Undisturbed(tables, moments);
    }

    int anyMomentOf(String step) {
        return 1 + RANDOM.nextInt(moments.get(step));
    }

    static long atMost(long millis) {
        return RANDOM.nextLong(millis);
    }
}
