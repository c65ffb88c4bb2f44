package dev.tributary.landing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.run.Home;
import dev.tributary.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What is pushed to us, outside of any run. */
class ReceiveTest {

    private static final String SOURCE = "line-inbox";

    @TempDir
    private Path home;

    private final DataSource database = TestDatabase.inMemory();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private long run;
    private DiskLanding landing;
    private Segments segments;

    @BeforeEach
    void aRun() {
        run = TestDatabase.openRun(database);
        landing = started();
        segments = new Segments(new SegmentLedger(jdbc, new Home(home)));
    }

    @Test
    void waitsForTheNextRunWhichSeesTheSameAtAnyMoment() {
        receive("one", "1");
        receive("two", "2");
        assertThat(segments.pending(List.of(SOURCE), run)).isEmpty();
        assertThat(segments.all(List.of(SOURCE))).isEmpty();

        assertThat(landing.adopt(SOURCE, run)).isEqualTo(2);
        receive("three", "3");

        assertThat(segments.pending(List.of(SOURCE), run))
                .extracting(Segment::sequence)
                .containsExactly(1L, 2L);
        segments.staged(segments.pending(List.of(SOURCE), run).get(0).id(), 1, run);
        assertThat(segments.pending(List.of(SOURCE), run)).hasSize(2);
        assertThat(segments.all(List.of(SOURCE))).hasSize(2);
    }

    @Test
    void countsWhatARunAdoptedBeforeItWasKilled() {
        receive("one", "1");
        landing.adopt(SOURCE, run);
        receive("two", "2");

        assertThat(landing.adopt(SOURCE, run)).isEqualTo(1);
        assertThat(landing.segments(SOURCE, run)).isEqualTo(2);
        assertThat(landing.adopt("another", run)).isZero();
        assertThat(landing.segments("another", run)).isZero();
    }

    @Test
    void knowsADeliveryAgainHoweverItIsSigned() throws IOException {
        Instant before = Instant.now().minusSeconds(1);
        receive("one", "first signature");

        assertThat(receive("one", "first signature")).isInstanceOfSatisfying(Reception.Known.class, known -> {
            assertThat(known.verbatim()).isTrue();
            assertThat(known.landedAt()).isBetween(before, Instant.now());
        });
        assertThat(receive("one", "second signature"))
                .isInstanceOfSatisfying(
                        Reception.Known.class,
                        known -> assertThat(known.verbatim()).isFalse());
        assertThat(files()).containsExactly("0000000001-webhook.json");
    }

    @Test
    void landsTheSameForAnotherSource() {
        receive("one", "1");
        assertThat(landing.receive("another", delivery("one"), imprint("one", "1")))
                .isInstanceOf(Reception.Landed.class);
    }

    @Test
    void givesTheNumberToWhoeverIsQuickerAndKeepsNoFileOfTheOther() throws IOException {
        receive("one", "1");
        jdbc.sql("INSERT INTO landing_segment (source, sequence, file, origin, bytes, sha256, state, landed_at)"
                        + " SELECT source, 2, file, origin, bytes, sha256, state, landed_at FROM landing_segment")
                .update();
        jdbc.sql("UPDATE landing_segment SET sequence = 3 WHERE sequence = 2").update();

        assertThat(receive("two", "2"))
                .isInstanceOfSatisfying(
                        Reception.Landed.class,
                        landed -> assertThat(landed.segment().sequence()).isEqualTo(4));
        assertThat(files()).containsExactly("0000000001-webhook.json", "0000000004-webhook.json");
    }

    @Test
    void landsADeliveryAfterAFailure() throws IOException {
        jdbc.sql("ALTER TABLE webhook_delivery RENAME TO elsewhere").update();
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> receive("one", "1"));
        jdbc.sql("ALTER TABLE elsewhere RENAME TO webhook_delivery").update();

        assertThat(receive("one", "1")).isInstanceOf(Reception.Landed.class);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM landing_segment")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(files()).contains("0000000001-webhook.json");
    }

    @Test
    void putsAsideWhatACrashLeftBetweenWritingAndRecording() throws IOException {
        receive("one", "1");
        Files.writeString(home.resolve("landing").resolve(SOURCE).resolve("0000000002-webhook.json"), "two");

        landing = started();
        receive("three", "3");

        assertThat(files())
                .containsExactly(
                        "0000000001-webhook.json", "0000000002-webhook.json", "0000000002-webhook.json.orphan");
    }

    @Test
    void forgetsWhatIsOldOfTheSourcesThatAreNamed() {
        receive("one", "1");
        landing.receive("another", delivery("one"), imprint("one", "1"));
        Instant later = Instant.now().plusSeconds(60);

        assertThat(landing.forget(List.of(), later)).isZero();
        assertThat(landing.forget(List.of(SOURCE), Instant.now().minusSeconds(60)))
                .isZero();
        assertThat(landing.forget(List.of(SOURCE), later)).isEqualTo(1);

        assertThat(receive("one", "1")).isInstanceOf(Reception.Landed.class);
        assertThat(landing.receive("another", delivery("one"), imprint("one", "1")))
                .isInstanceOf(Reception.Known.class);
    }

    private Reception receive(String content, String signature) {
        return landing.receive(SOURCE, delivery(content), imprint(content, signature));
    }

    private static Delivery delivery(String content) {
        return new Delivery(content.getBytes(UTF_8), "webhook.json", "webhook.json", null, null);
    }

    private static Imprint imprint(String content, String signature) {
        return new Imprint(Imprint.of(content.getBytes(UTF_8)), Imprint.of((content + signature).getBytes(UTF_8)));
    }

    private DiskLanding started() {
        Home there = new Home(home);
        return new DiskLanding(
                there,
                new SegmentLedger(jdbc, there),
                new DeliveryLedger(jdbc),
                new WindowLedger(jdbc),
                new DataSourceTransactionManager(database));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("landing").resolve(SOURCE))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
