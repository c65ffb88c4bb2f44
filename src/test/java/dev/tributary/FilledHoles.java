package dev.tributary;

import static dev.tributary.ChatApi.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight days of an API that gives less than there is on one, cuts another, and slows down or is down on the last; and how they are
 * filled, one night after the other. The same on every database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FilledHoles {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate FIRST = TODAY.minusDays(8);

    private final ChatApi api = new ChatApi();
    private Installation installation;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void aNightThatLeavesHoles(@TempDir Path home) {
        installation = installedIn(home);
        api.install(installation, FIRST);
        api.said(day(0), 2).said(day(1), 1, 3).said(day(2), 0).cuts(day(3), 1).said(day(4), 2);
        api.slowsDown(day(5)).said(day(6), 1).said(day(7), 1);

        assertThat(installation.tributary("sync").exitCode()).isEqualTo(4);
        assertThat(api.asked())
                .containsExactly(
                        midnight(day(0)),
                        midnight(day(1)),
                        midnight(day(2)),
                        midnight(day(3)),
                        midnight(day(4)),
                        midnight(day(5)));
    }

    @AfterAll
    void theApiEnds() {
        api.close();
    }

    @Test
    @Order(1)
    void showsTheHolesAndAsksForNothing() {
        Contents before = installation.everything();

        Ended shown = backfill("--dry-run");

        assertThat(shown.exitCode()).isEqualTo(4);
        assertThat(holes(shown))
                .containsExactly(
                        day(1) + " " + day(1) + " SHORT 1 of 3: 1 open",
                        day(3) + " " + day(3) + " TRUNCATED 1 of -: 1 open",
                        day(5) + " " + day(7) + " RATE_LIMITED - of -: 0 open");
        assertThat(shown.json().has("run")).isFalse();
        assertThat(api.asked()).isEmpty();
        assertThat(before.changesUntil(installation.everything())).isEmpty();
    }

    @Test
    @Order(2)
    void asksForTheHolesAloneAndSaysWhatStaysOpen() {
        List<String> cursor = cursor();
        api.said(day(1), 3).said(day(3), 2).said(day(5), 4).isDown(day(6));

        Ended filled = backfill();

        assertThat(api.asked()).containsExactly(midnight(day(1)), midnight(day(3)), midnight(day(5)), midnight(day(6)));
        assertThat(filled.exitCode()).as(filled.err()).isEqualTo(4);
        assertThat(holes(filled))
                .containsExactly(
                        day(1) + " " + day(1) + " SHORT 1 of 3: 3 filled",
                        day(3) + " " + day(3) + " TRUNCATED 1 of -: 2 filled",
                        day(5) + " " + day(7) + " RATE_LIMITED - of -: 4 open");
        assertThat(filled.json().path("run").path("state").asString()).isEqualTo("PARTIAL");
        assertThat(cursor()).isEqualTo(cursor).singleElement().asString().startsWith("chats | " + midnight(day(5)));
    }

    @Test
    @Order(3)
    void asksForTheRestOnceItCanBeHad() {
        api.said(day(6), 2);

        Ended filled = backfill();

        assertThat(filled.exitCode()).as(filled.err()).isZero();
        assertThat(api.asked()).containsExactly(midnight(day(6)), midnight(day(7)));
        assertThat(holes(filled))
                .containsExactly(
                        day(6) + " " + day(6) + " DOWN 0 of -: 2 filled",
                        day(7) + " " + day(7) + " RATE_LIMITED - of -: 1 filled");
        assertThat(installation.rows("SELECT COUNT(*), COUNT(DISTINCT native_id) FROM interaction"))
                .containsExactly("16 | 16");
        assertThat(installation.rows("SELECT SUM(interactions) FROM source_day"))
                .containsExactly("16");
    }

    @Test
    @Order(4)
    void changesNothingTheNextTime() {
        Contents before = installation.everything();

        Ended again = installation.tributary("backfill", "chats", "--from", "" + FIRST);

        assertThat(again.exitCode()).isZero();
        assertThat(again.out().strip())
                .isEqualTo("chats, " + FIRST + " to " + day(7) + ": no day is missing; nothing was asked.");
        assertThat(api.asked()).isEmpty();
        assertThat(before.changesUntil(installation.everything())).isEmpty();
    }

    @Test
    @Order(5)
    void theNextNightGoesOnWhereTheLastOneWas() {
        Ended night = installation.tributary("--json", "sync", "--again");

        assertThat(api.asked()).startsWith(midnight(day(5)), midnight(day(6)), midnight(day(7)));
        RunAssert.assertThat(night).read("chats", 7).counted("chats", "unchanged", 7);
    }

    @Test
    @Order(6)
    void asksForDaysBeforeTheFirstNightToo() {
        api.said(FIRST.minusDays(2), 3).said(FIRST.minusDays(1), 0);

        Ended filled = installation.tributary(
                "backfill", "chats", "--from", "" + FIRST.minusDays(2), "--to", "" + FIRST.plusDays(1));

        assertThat(filled.exitCode()).as(filled.out() + filled.err()).isZero();
        assertThat(api.asked()).containsExactly(midnight(FIRST.minusDays(2)), midnight(FIRST.minusDays(1)));
        assertThat(filled.out())
                .containsPattern(FIRST.minusDays(2) + " to " + FIRST.minusDays(1) + " +never asked +0 +3 +filled");
    }

    private Ended backfill(String... more) {
        String[] command = {"--json", "backfill", "chats", "--from", "" + FIRST, "--to", "" + TODAY};
        return installation.tributary(
                Stream.of(command, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private List<String> cursor() {
        return installation.rows("SELECT source, position, moved_at FROM source_cursor");
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    private static List<String> holes(Ended answer) {
        return StreamSupport.stream(answer.json().path("holes").spliterator(), false)
                .map(it -> it.path("from").asString() + " " + it.path("to").asString() + " "
                        + it.path("why").asString() + " " + it.path("fetched").asString("-") + " of "
                        + it.path("expected").asString("-") + ": "
                        + it.path("messages").asLong() + " "
                        + (it.path("open").asBoolean() ? "open" : "filled"))
                .toList();
    }
}
