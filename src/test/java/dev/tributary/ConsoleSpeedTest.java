package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.access.Role;
import dev.tributary.access.Users;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast contacts are found and their timelines read, through HTTP, with {@link ManyStories} on MySQL; run with
 * {@code -DexcludedGroups=none -Dgroups=benchmark}. It asserts that the answers are right and prints how long they took: the first
 * round reads what is in no memory yet.
 */
@Tag("benchmark")
class ConsoleSpeedTest {

    private static final int REQUESTS = 500;
    private static final String[] NAMES = {
        "anna", "ben", "cl", "emma wal", "steinmann", "hofner ida", "k", "company", "rotbach1", "jonas"
    };

    @Test
    void findsContactsAndReadsTimelines(@TempDir Path home) {
        Installation installation = Installation.onMySql(home);
        assertThat(installation.tributary("status").exitCode()).isZero();
        ManyStories.in(installation);
        assertThat(installation.rows("SELECT COUNT(*) FROM crm_timeline_entry"))
                .containsExactly(String.valueOf(ManyStories.MESSAGES));
        try (Serving serving = installation.serve()) {
            Users.Given given = serving.bean(Users.class).add("mia", Set.of(Role.VIEWER), null);
            Visitor mia = new Visitor(serving).signedIn(given.name(), given.password());
            time(mia, "contact page", "Message ", n -> "/contacts/C" + contact(n));
            time(mia, "contact page, 5,000 messages", "Message ", n -> "/contacts/C" + (1 + n % 10));
            time(mia, "timeline by REST", "\"entries\"", n -> "/api/contacts/C" + contact(n) + "/timeline");
            time(
                    mia,
                    "timeline by REST, one channel of 5,000",
                    "\"entries\"",
                    n -> "/api/contacts/C" + (1 + n % 10) + "/timeline?channel=x&from=2024-01-01");
            time(
                    mia,
                    "search by name",
                    "class=\"people\"",
                    n -> "/contacts?q=" + NAMES[n % NAMES.length].replace(' ', '+'));
            time(
                    mia,
                    "search by name by REST",
                    "\"contacts\":[{",
                    n -> "/api/contacts?name=" + NAMES[n % NAMES.length].replace(' ', '+'));
            time(mia, "search by e-mail", "\"C", n -> "/api/contacts?email=c" + contact(n) + "@mail.example");
            time(mia, "search by phone", "\"C", n -> "/api/contacts?phone=%2B49+30+" + (2_000_000 + contact(n)));
            time(mia, "search by handle", "\"C", n -> "/api/contacts?handle=@person" + contact(n));
            time(mia, "heard of last", "class=\"people\"", n -> "/contacts");
        }
    }

    /** One in ten is asked for a contact of whom there is much. */
    private static int contact(int n) {
        Random random = new Random(n);
        return n % 10 == 0 ? 1 + random.nextInt(1_510) : 1_511 + random.nextInt(98_000);
    }

    private static void time(Visitor visitor, String what, String expected, IntFunction<String> path) {
        for (String round : List.of("cold", "warm")) {
            List<Long> micros = new ArrayList<>();
            for (int n = 0; n < REQUESTS; n++) {
                long begin = System.nanoTime();
                HttpResponse<String> answer = visitor.get(path.apply(n));
                micros.add((System.nanoTime() - begin) / 1_000);
                assertThat(answer.statusCode()).as(what).isEqualTo(200);
                assertThat(answer.body()).as(what).contains(expected);
            }
            Collections.sort(micros);
            System.err.printf(
                    "%-40s %s  median %6.1f ms  95th %6.1f ms  slowest %6.1f ms%n",
                    what,
                    round,
                    micros.get(REQUESTS / 2) / 1e3,
                    micros.get(REQUESTS * 95 / 100) / 1e3,
                    micros.get(REQUESTS - 1) / 1e3);
        }
    }
}
