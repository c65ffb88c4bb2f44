package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nobody starts anything: jobs run and sources are polled by themselves; the same on every database. */
abstract class NightsByThemselves {

    private static final String AT_HALF_PAST_THREE = "schedule: { cron: \"0 30 3 * * ?\", zone: UTC }\n";
    private static final String JOB = "job: nightly-sync\nsources: [mail]\n";
    private static final long AN_HOUR = 3_600_000;

    private Installation installation;

    abstract Installation installedIn(Path home);

    @BeforeEach
    void aShopWithAMailbox(@TempDir Path home) {
        installation = installedIn(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/nightly-sync.yaml", JOB + AT_HALF_PAST_THREE);
        source("poll: 15m");
    }

    @Test
    void whatIsPlannedIsWhatTheFilesSay() {
        assertThat(reloaded()).isEqualTo("added [night nightly-sync, poll mail] changed [] removed [] unchanged 0");
        assertThat(reloaded()).isEqualTo("added [] changed [] removed [] unchanged 2");

        installation.file("jobs/nightly-sync.yaml", JOB + AT_HALF_PAST_THREE.replace("30 3", "45 4"));
        source("poll: 1h");
        assertThat(reloaded()).isEqualTo("added [] changed [night nightly-sync, poll mail] removed [] unchanged 0");
        JsonNode planned = status().path("planned");
        assertThat(planned).hasSize(2);
        JsonNode night = planned.get(planned.get(0).path("kind").asString().equals("NIGHT") ? 0 : 1);
        assertThat(night.path("when").asString()).isEqualTo("0 45 4 * * ? UTC");
        ZonedDateTime next = Instant.parse(night.path("next").asString()).atZone(ZoneOffset.UTC);
        assertThat(next.toLocalTime()).isEqualTo(LocalTime.of(4, 45));
        assertThat(next.toInstant()).isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(1)));

        installation.file("jobs/nightly-sync.yaml", JOB);
        source("keep: true");
        assertThat(reloaded()).isEqualTo("added [] changed [] removed [night nightly-sync, poll mail] unchanged 0");
        assertThat(installation.tributary("status").out()).contains("Nothing is planned.", "No run yet.", "mail");
    }

    @Test
    void aNightThatNobodyServedIsMadeUpForOnceAndSaysWhatCameOfIt() {
        reloaded();
        itIsLate("NIGHT");
        installation.file(
                "inbox/1.ndjson",
                AMessage.lines(aMessage("m1").from("anna@example.org").saying("Is it back?")));
        Instant before = Instant.now();
        try (Serving serving = installation.serve()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> installation.rows("SELECT state FROM sync_run").equals(List.of("COMPLETED")));
            assertThat(serving).isNotNull();
        }
        LocalDate due =
                before.minus(Duration.ofMinutes(210)).atZone(ZoneOffset.UTC).toLocalDate();
        assertThat(installation.rows("SELECT job, business_date, attempt FROM sync_run"))
                .containsExactly("nightly-sync | " + due + " | 1");
        assertThat(installation.rows("SELECT body FROM interaction")).containsExactly("Is it back?");
        Ended status = installation.tributary("status");
        assertThat(status.out())
                .contains("COMPLETED")
                .containsPattern("night +nightly-sync")
                .containsPattern("poll +mail")
                .containsPattern("mail +1 +[0-9] min ago");
    }

    @Test
    void whatIsPolledBetweenTheNightsIsTakenInByTheNext() {
        reloaded();
        itIsLate("POLL");
        installation.file(
                "inbox/1.ndjson",
                AMessage.lines(aMessage("m1").from("anna@example.org").saying("At noon")));
        try (Serving serving = installation.serve()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() ->
                            !installation.rows("SELECT id FROM landing_segment").isEmpty());
            assertThat(serving).isNotNull();
        }
        assertThat(installation.rows("SELECT source, state, landed_run FROM landing_segment"))
                .containsExactly("mail | LANDED | null");
        assertThat(installation.rows("SELECT id FROM sync_run")).isEmpty();

        RunAssert.assertThat(installation.tributary("--json", "sync", "--date", "2026-06-01"))
                .completed()
                .read("mail", 1)
                .counted("mail", "new", 1);
        assertThat(installation.rows("SELECT body FROM interaction")).containsExactly("At noon");
        RunAssert.assertThat(installation.tributary("--json", "sync", "--date", "2026-06-02"))
                .completed()
                .read("mail", 0);
    }

    private void source(String line) {
        installation.file("jobs/sources/mail.yaml", """
                source: mail
                channel: mail
                account: us@acme.example
                extract: { kind: file, path: "inbox/*.ndjson", %s }
                mapping: plain
                """.formatted(line));
    }

    private void itIsLate(String kind) {
        installation.change("UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = " + (System.currentTimeMillis() - AN_HOUR)
                + " WHERE TRIGGER_GROUP = '" + kind + "'");
    }

    private String reloaded() {
        JsonNode it = installation.tributary("--json", "schedule", "reload").json();
        return "added " + texts(it.path("added")) + " changed " + texts(it.path("changed")) + " removed "
                + texts(it.path("removed")) + " unchanged "
                + it.path("unchanged").asInt();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode status() {
        return installation.tributary("--json", "status").json();
    }
}
