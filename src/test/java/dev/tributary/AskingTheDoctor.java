package dev.tributary;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.tributary.CommandLineRun.Ended;
import dev.tributary.doctor.Diagnosis;
import dev.tributary.doctor.Doctor;
import dev.tributary.doctor.Line;
import dev.tributary.doctor.Mark;
import dev.tributary.doctor.Patient;
import dev.tributary.run.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Broken installations, and what the doctor says of each. */
abstract class AskingTheDoctor {

    private static final String API = """
            source: guests
            channel: guestbook
            account: "Acme"
            extract: { kind: http, url: "%s/page", auth: { bearer: "${GUESTS_TOKEN}" } }
            mapping: guestbook
            """;
    private static final String SFTP = """
            source: sms
            channel: sms
            account: "Acme"
            extract:
              kind: sftp
              host: sftp.acme.example
              path: /export/*.csv
              user: acme
              auth: { privateKey: keys/acme }
              knownHosts: known_hosts
            mapping: guestbook
            """;
    private static final String EXPIRED = "e30."
            + Base64.getUrlEncoder().encodeToString("{\"exp\":1700000000}".getBytes(StandardCharsets.UTF_8)) + ".e30";

    @TempDir
    Path home;

    abstract Installation installedIn(Path home);

    /** What the environment says of the database. */
    abstract Map<String, Object> settings(Installation installation);

    @Test
    void anInstallationThatWorksIsWellAndStaysAsItIs() throws Exception {
        Installation installation = installedIn(home);
        assertThat(installation.tributary("sync").exitCode()).isZero();
        Contents before = installation.everything();

        Ended asked = installation.tributary("doctor", "--least-free", "1B", "--wanted-free", "1B");

        assertThat(asked.exitCode()).as(asked.out()).isZero();
        assertThat(asked.out())
                .contains(
                        "good     migrations",
                        "done, none waits",
                        "no run is under way",
                        "FAIL 0, unknown 0, skipped 0")
                .doesNotContain("FAIL  ");
        assertThat(installation.everything()).isEqualTo(before);
    }

    @Test
    void whatIsBrokenIsSaidWithItsCureAndTheRestIsLookedAtAllTheSame() {
        Installation installation = installedIn(home);
        installation.tributary("status");
        installation
                .file(
                        "jobs/nightly-sync.yaml",
                        "job: nightly-sync\nsources: [guests, sms]\nnotify: { mail: { to: [ann@acme.example] } }\n")
                .file("jobs/sources/guests.yaml", API.formatted("http://127.0.0.1:1"))
                .file("mappings/guestbook.jsonata", "{ \"kind\": \"interaction\" }")
                .file("jobs/sources/sms.yaml", SFTP)
                .file("known_hosts", "")
                .file("out/reports", "a file where a folder should be")
                .file("access/users.yaml", "users: nobody");
        installation.change("INSERT INTO sync_run (job, business_date, attempt, state, started_at, published)"
                + " VALUES ('nightly-sync', '2026-05-31', 1, 'RUNNING', '2026-06-01 03:30:00', FALSE)");
        installation.change("UPDATE flyway_schema_history SET checksum = 7 WHERE version = '1.12'");

        Ended asked = installation.tributary("doctor");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.out())
                .contains(
                        "out/reports is no folder",
                        "Move it away; Tributary makes the folder itself.",
                        "GUESTS_TOKEN is not set",
                        "Put it into the environment or the config tree. Named by source guests.",
                        "source sms: keys/acme is not there, or not for us to read",
                        "nightly-sync names people who get a mail, but no server sends it",
                        "Set SPRING_MAIL_HOST",
                        "access/users.yaml",
                        "V1.12 was not made by this program, or was changed since",
                        "(nightly-sync for 2026-05-31) says that it is under way, but nobody works on it",
                        "'tributary serve' takes it over by itself");
    }

    @Test
    void aMigrationThatIsToComeIsAWarning() {
        Installation installation = installedIn(home);
        installation.tributary("status");
        String newest = installation
                .rows("SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")
                .get(0);
        installation.change("DELETE FROM flyway_schema_history WHERE version = '" + newest + "'");

        Ended asked = installation.tributary("doctor", "--least-free", "1B");

        assertThat(asked.exitCode()).as(asked.out()).isZero();
        assertThat(asked.out())
                .contains(
                        "V" + newest + " to come; the next command brings the tables up to date",
                        "Back the database up, then run 'tributary status'.",
                        "skipped  runs           migrations are to come first");
    }

    @Test
    void definitionsThatAreWrongAreToldEachAndWhatNeedsThemIsSkipped() {
        Installation installation =
                installedIn(home).file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [nobody]\n");

        Ended asked = installation.tributary("--json", "doctor", "--online");

        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.json().path("lines").valueStream())
                .anySatisfy(line -> {
                    assertThat(line.path("check").asString()).isEqualTo("files");
                    assertThat(line.path("mark").asString()).isEqualTo("FAIL");
                    assertThat(line.path("said").asString()).startsWith("jobs/nightly-sync.yaml:2: sources");
                    assertThat(line.path("cure").asString()).isNotEmpty();
                })
                .anySatisfy(line -> {
                    assertThat(line.path("check").asString()).isEqualTo("present");
                    assertThat(line.path("mark").asString()).isEqualTo("SKIPPED");
                    assertThat(line.path("said").asString()).isEqualTo("the definitions are not right");
                })
                .anySatisfy(line -> {
                    assertThat(line.path("group").asString()).isEqualTo("Sources");
                    assertThat(line.path("mark").asString()).isEqualTo("SKIPPED");
                });
    }

    @Test
    void clocksThatAreApartAndDisksThatAreFullAreFailures() {
        Installation installation = installedIn(home);
        installation.tributary("status");
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-3));

        Diagnosis diagnosis = Doctor.examine(
                new Patient(
                        new Home(home),
                        settings(installation),
                        slow,
                        DataSize.ofTerabytes(1_000_000),
                        DataSize.ofTerabytes(1_000_000),
                        false),
                line -> {});

        assertThat(diagnosis.isWell()).isFalse();
        assertThat(diagnosis.lines())
                .filteredOn(line -> line.mark() == Mark.FAIL)
                .extracting(Line::check)
                .containsExactly("home", "landing", "reports", "temporary", "clock");
        assertThat(diagnosis.lines())
                .filteredOn(line -> line.check().equals("clock"))
                .extracting(Line::said)
                .allMatch(said -> said.matches("the database's clock is (179|180|181) s ahead of ours"));
    }

    @Test
    void aSourceThatRefusesUsAndATokenThatExpiredAreToldByTheirNames() {
        WireMockServer api = new WireMockServer(options().dynamicPort());
        api.start();
        try {
            api.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));
            Installation installation = installedIn(home)
                    .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [guests]\n")
                    .file("jobs/sources/guests.yaml", API.formatted(api.baseUrl()))
                    .file("mappings/guestbook.jsonata", "{ \"kind\": \"interaction\" }")
                    .with("GUESTS_TOKEN", EXPIRED);

            Ended refused = installation.tributary("doctor", "--online");

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out())
                    .contains("GUESTS_TOKEN expired at 2023-11-14T22:13:20Z", "FAIL     answers        guests: ", "401")
                    .doesNotContain(EXPIRED);

            api.resetAll();
            api.stubFor(get(anyUrl()).willReturn(okJson("[]")));
            Ended letIn =
                    installation.with("GUESTS_TOKEN", "opaque").tributary("doctor", "--online", "--least-free", "1B");

            assertThat(letIn.exitCode()).as(letIn.out()).isZero();
            assertThat(letIn.out())
                    .contains("guests lets us in", "only their providers know: GUESTS_TOKEN")
                    .doesNotContain("opaque");
            assertThat(Files.exists(home.resolve("landing"))).isFalse();
        } finally {
            api.stop();
        }
    }
}
