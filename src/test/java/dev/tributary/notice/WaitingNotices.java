package dev.tributary.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.Notify;
import dev.tributary.run.RunLedger;
import dev.tributary.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices of two nodes on one database, and nights that are late; the same on every database. */
abstract class WaitingNotices {

    private static final Instant MORNING = Instant.parse("2026-06-02T06:31:00Z");
    private static final Occasion HELD =
            new Occasion("nightly-sync", LocalDate.of(2026, 6, 2), "HELD", LocalDateTime.of(2026, 6, 2, 4, 0));

    @TempDir
    private Path home;

    private final List<String> sent = new ArrayList<>();
    private boolean refusing;

    abstract TestDatabase database();

    @BeforeEach
    void nothingIsWritten() throws IOException {
        database().clear();
        write("mappings/plain.jsonata", "{ 'kind': 'interaction' }");
        write("jobs/sources/mail.yaml", """
                source: mail
                channel: mail
                account: us@acme.example
                extract: { kind: file, path: "inbox/*.json" }
                mapping: plain
                """);
        write("jobs/nightly-sync.yaml", """
                job: nightly-sync
                sources: [mail]
                notify: { webhook: { url: "${SLACK_URL}" }, by: "06:30" }
                """);
    }

    @Test
    void ofTwoNodesThatWriteTheSameOneIsTold() {
        outbox(MORNING).write(HELD, Set.of(Target.WEBHOOK), "held", "by one node");
        outbox(MORNING).write(HELD, Set.of(Target.WEBHOOK), "held", "by the other");

        dispatch(MORNING).sendWhatWaits();
        dispatch(MORNING).sendWhatWaits();

        assertThat(sent).containsExactly("held: by one node");
    }

    @Test
    void ofManyThatSendAtOnceOneTakesIt() throws Exception {
        outbox(MORNING).write(HELD, Set.of(Target.WEBHOOK), "held", "words");
        long id = outbox(MORNING).due().get(0);
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optional<Notice>>> takes = new ArrayList<>();
            for (int node = 0; node < 40; node++) {
                takes.add(nodes.submit(() -> outbox(MORNING).take(id)));
            }
            int taken = 0;
            for (Future<Optional<Notice>> take : takes) {
                taken += take.get().isPresent() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            nodes.shutdown();
        }
    }

    @Test
    void whatADeadProcessHeldIsSentByAnotherWithTheSameId() {
        outbox(MORNING).write(HELD, Set.of(Target.WEBHOOK), "held", "words");
        Notice dead = outbox(MORNING).take(outbox(MORNING).due().get(0)).orElseThrow();

        dispatch(MORNING.plus(Duration.ofMinutes(9))).sendWhatWaits();
        assertThat(sent).isEmpty();
        Outbox later = outbox(MORNING.plus(Duration.ofMinutes(11)));
        assertThat(later.take(dead.id()))
                .hasValueSatisfying(it -> assertThat(it.messageId()).isEqualTo(dead.messageId()));
    }

    @Test
    void whatIsRefusedIsTriedLaterAndLaterAndGivenUpAfterADay() {
        refusing = true;
        outbox(MORNING).write(HELD, Set.of(Target.WEBHOOK), "held", "words");
        dispatch(MORNING).sendWhatWaits();
        assertThat(sent).hasSize(3);
        assertThat(outbox(MORNING.plusSeconds(59)).due()).isEmpty();

        dispatch(MORNING.plusSeconds(61)).sendWhatWaits();
        assertThat(outbox(MORNING.plusSeconds(61 + 119)).due()).isEmpty();
        dispatch(MORNING.plus(Duration.ofHours(25))).sendWhatWaits();

        assertThat(database().rows("SELECT state, tries, failure FROM notice"))
                .singleElement()
                .asString()
                .isEqualTo("{state=GIVEN_UP, tries=3, failure=nobody listens}");
    }

    @Test
    void aNightThatHasNotBegunIsLateOnce() {
        lateness(MORNING).write();
        lateness(MORNING.plusSeconds(60)).write();
        dispatch(MORNING).sendWhatWaits();

        assertThat(sent).singleElement().asString().startsWith("""
                nightly-sync for 2026-06-02 did not complete by 06:30: No run of this date has begun.""");
    }

    @Test
    void aNightThatIsHeldIsLateAndSaysWhy() {
        run("HELD", "2026-06-02", "it links too many");
        lateness(MORNING).write();
        dispatch(MORNING).sendWhatWaits();

        assertThat(sent).singleElement().asString().contains("is held.\nWhy: it links too many");
    }

    @Test
    void aNightThatIsInIsNotLate() {
        run("PARTIAL", "2026-06-02", null);
        lateness(MORNING).write();

        assertThat(outbox(MORNING).due()).isEmpty();
    }

    @Test
    void theNightOfTodayIsWaitedForUntilItsHour() {
        run("COMPLETED", "2026-06-01", null);
        lateness(Instant.parse("2026-06-02T06:29:59Z")).write();

        assertThat(outbox(MORNING).due()).isEmpty();
    }

    private void run(String state, String date, String failure) {
        database().jdbc().update("""
                        INSERT INTO sync_run (job, business_date, attempt, state, started_at, ended_at, published, failure)
                        VALUES ('nightly-sync', ?, 1, ?, '2026-06-02 03:30:00', '2026-06-02 04:00:00', FALSE, ?)""", date, state, failure);
    }

    private Lateness lateness(Instant now) {
        return new Lateness(
                Definitions.load(home),
                new ByTheHour(),
                database().bean(RunLedger.class),
                outbox(now),
                new ConsoleAddress(null),
                at(now));
    }

    private Outbox outbox(Instant now) {
        return new Outbox(database().bean(JdbcClient.class), database().transaction(), at(now));
    }

    private Dispatch dispatch(Instant now) {
        Delivery webhook = new Delivery() {
            @Override
            public boolean leadsTo(Target target) {
                return target == Target.WEBHOOK;
            }

            @Override
            public void send(Notice notice, Notify notify) {
                sent.add(notice.title() + ": " + notice.words());
                if (refusing) {
                    throw new Undelivered("nobody listens");
                }
            }
        };
        return new Dispatch(Definitions.load(home), outbox(now), List.of(webhook), at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
