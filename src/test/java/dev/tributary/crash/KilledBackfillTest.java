package dev.tributary.crash;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.tributary.ChatApi.midnight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ChatApi;
import dev.tributary.CommandLineRun;
import dev.tributary.Installation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backfill ends at any moment; the same command goes on with the rest. */
@Tag("slow")
class KilledBackfillTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final int MINUTES = 60_000;

    @TempDir
    private Path home;

    private final ChatApi api = new ChatApi();

    @AfterEach
    void theApiEnds() {
        api.close();
    }

    @Test
    void goesOnWithTheDaysThatItHadNotFilled() {
        Installation installation = Installation.onH2(home);
        api.install(installation, TODAY.minusDays(1));
        api.said(day(9), 2).said(day(8), 3).said(day(7), 1).said(day(1), 1).said(TODAY, 0);
        assertThat(installation.tributary("sync").exitCode()).isZero();
        api.asked();
        api.answers(day(8), okJson("{}").withFixedDelay(2 * MINUTES));
        try (TributaryProcess backfill = TributaryProcess.command().start(home, command())) {
            while (!api.wasAsked(day(8))) {
                TributaryProcess.sleep(20);
            }
            backfill.kill();
        }
        assertThat(api.asked()).containsExactly(midnight(day(9)), midnight(day(8)));
        api.said(day(8), 3);

        CommandLineRun.Ended again = installation.tributary(command());

        assertThat(again.exitCode()).as(again.out() + again.err()).isZero();
        assertThat(api.asked()).containsExactly(midnight(day(8)), midnight(day(7)));
        assertThat(installation.rows("SELECT COUNT(*), COUNT(DISTINCT native_id) FROM interaction"))
                .containsExactly("7 | 7");
        assertThat(installation.rows("SELECT attempt, state FROM sync_run ORDER BY attempt"))
                .containsExactly("1 | COMPLETED", "2 | COMPLETED");
    }

    private static String[] command() {
        return new String[] {"backfill", "chats", "--from", "" + day(9), "--to", "" + day(7)};
    }

    private static LocalDate day(int before) {
        return TODAY.minusDays(before);
    }
}
