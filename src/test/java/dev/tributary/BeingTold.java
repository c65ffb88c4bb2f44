package dev.tributary;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.tributary.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A week of nights, and what the people who are responsible for them hear; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class BeingTold {

    private static final String SECRET = "/services/T0/B0/secret-of-the-test";
    private static final String PING = "/ping/uuid-of-the-test";

    @RegisterExtension
    static final WireMockExtension WEB = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    private Installation installation;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void everybodyIsNamed(@TempDir Path home) {
        installation = installedIn(home)
                .with("spring.mail.host", "127.0.0.1")
                .with("spring.mail.port", MAIL.getSmtp().getPort())
                .with("tributary.console.url", "https://tributary.example.org/")
                .with("SLACK_URL", WEB.baseUrl() + SECRET)
                .with("PING_URL", WEB.baseUrl() + PING)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/mail.yaml", source("mail"))
                .file("jobs/sources/chat.yaml", source("chat"))
                .file("contacts.csv", contacts(12));
        reads("mail");
        write("monday", 1, 6);
    }

    @BeforeEach
    void nothingIsHeardYet() throws Exception {
        WEB.resetAll();
        WEB.stubFor(any(anyUrl()).willReturn(ok()));
        MAIL.purgeEmailFromAllMailboxes();
    }

    @Test
    @Order(1)
    void aNightThatCompletesIsToldToThoseWhoWantToHearItAndToTheWatchOutside() {
        assertThat(night("2026-06-01")).isZero();

        assertThat(posted()).singleElement().asString().isEqualTo("""
                *nightly-sync for 2026-06-01: completed*
                Everything that was there is in.

                Records: 6 = 6 new
                People: 6 participants, 6 linked, 0 to review, 0 unmatched

                Run 1, attempt 1. Report: %s
                Console: https://tributary.example.org/runs/1""".formatted(
                        installation.home().resolve("out/reports/2026-06-01/audit.xlsx")));
        WEB.verify(1, getRequestedFor(urlEqualTo(PING)));
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    @Order(2)
    void theSameDateAgainIsNotToldAgain() {
        assertThat(night("2026-06-01")).isZero();

        assertThat(WEB.getAllServeEvents()).isEmpty();
    }

    @Test
    @Order(3)
    void aRunThatIsHeldIsMailedWithTheReasonAndWhatToDo() throws Exception {
        write("tuesday", 7, 9);
        assertThat(night("2026-06-02")).isEqualTo(3);

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo("nightly-sync for 2026-06-02: held");
        assertThat(mail.getFrom()[0]).hasToString("tributary@example.org");
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("night@example.org", "it@example.org");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(mail))
                .contains("3 new links are 50% of the 6 that stood before")
                .contains("tributary approve 2\n  tributary approve 2 --reject\n")
                .contains("or here: https://tributary.example.org/runs/2")
                .contains("Records: 3 = 3 new")
                .doesNotContain("anna", "@example.org", "tuesday 7");
        assertThat(posted()).singleElement().asString().contains("held", "tributary approve 2");
        WEB.verify(0, getRequestedFor(urlEqualTo(PING)));
    }

    @Test
    @Order(4)
    void aNightThatAPersonApprovesIsCompleteForTheWatchToo() {
        assertThat(installation.tributary("approve", "2").exitCode()).isZero();

        WEB.verify(1, getRequestedFor(urlEqualTo(PING)));
        assertThat(posted()).singleElement().asString().startsWith("*nightly-sync for 2026-06-02: completed*");
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    @Order(5)
    void aSourceThatFailedIsNamedWithItsReasonAndCure() throws Exception {
        reads("mail, chat");
        assertThat(night("2026-06-03")).isEqualTo(4);

        assertThat(onlyMail().getSubject()).isEqualTo("nightly-sync for 2026-06-03: partial");
        assertThat(text(onlyMail()))
                .contains("At least one source failed; the others are in.")
                .contains("Sources that failed:\n  chat: ")
                .contains("tributary sync nightly-sync --date 2026-06-03");
        WEB.verify(1, getRequestedFor(urlEqualTo(PING)));
        reads("mail");
    }

    @Test
    @Order(6)
    void aRunThatFailedIsToldAlthoughTheWebhookRefuses() throws Exception {
        WEB.stubFor(any(urlEqualTo(SECRET)).willReturn(serverError()));
        write("thursday", 1, 2);
        installation.change("ALTER TABLE crm_timeline_entry RENAME TO timeline_gone");
        assertThat(night("2026-06-04")).isEqualTo(1);
        installation.change("ALTER TABLE timeline_gone RENAME TO crm_timeline_entry");

        assertThat(onlyMail().getSubject()).isEqualTo("nightly-sync for 2026-06-04: failed");
        assertThat(text(onlyMail()))
                .contains("Why: step 'publish' failed")
                .contains("tributary sync nightly-sync --date 2026-06-04");
        WEB.verify(3, postRequestedFor(urlEqualTo(SECRET)));
        assertThat(installation.rows(
                        "SELECT target, state, tries, failure FROM notice WHERE kind = 'FAILED' ORDER BY target"))
                .containsExactly("MAIL | SENT | 1 | null", "WEBHOOK | WAITING | 1 | its address answers 500");
    }

    @Test
    @Order(7)
    void whatCouldNotBeToldIsToldWhenTheNextRunEnds() {
        installation.change("UPDATE notice SET due_at = '2026-06-05 00:00:00' WHERE state = 'WAITING'");
        assertThat(night("2026-06-04")).isZero();

        assertThat(posted())
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).startsWith("*nightly-sync for 2026-06-04: failed*"))
                .anySatisfy(it -> assertThat(it).startsWith("*nightly-sync for 2026-06-04: completed*"));
        assertThat(installation.rows("SELECT COUNT(*) FROM notice WHERE state <> 'SENT'"))
                .containsExactly("0");
    }

    @Test
    @Order(8)
    void aRunWhoseProcessDiedBeforeItCouldSpeakIsToldByTheNext() {
        installation.change("DELETE FROM notice WHERE kind = 'FAILED'");
        installation.change("UPDATE sync_run SET state = 'STOPPED', failure = 'it was stopped' WHERE id = 4");
        installation.change("UPDATE sync_run SET ended_at = ended_at + INTERVAL '1' SECOND WHERE id = 4");
        assertThat(night("2026-06-05")).isZero();

        assertThat(posted())
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).contains("2026-06-04: stopped", "Why: it was stopped"))
                .anySatisfy(it -> assertThat(it).contains("2026-06-05: completed"));
    }

    @Test
    @Order(9)
    void aRehearsalIsNobodysBusiness() {
        write("saturday", 1, 3);
        assertThat(installation
                        .tributary("sync", "--dry-run", "--date", "2026-06-06")
                        .exitCode())
                .isZero();

        assertThat(WEB.getAllServeEvents()).isEmpty();
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    @Order(10)
    void nothingThatIsKeptHoldsAnAddressThatIsSecret() {
        assertThat(installation.everything().rows())
                .allSatisfy((table, rows) -> assertThat(rows).noneMatch(row -> row.contains("of-the-test")));
    }

    private int night(String date) {
        return installation.tributary("sync", "--date", date).exitCode();
    }

    /** The texts that were posted, in their order. */
    private static List<String> posted() {
        return WEB.findAll(postRequestedFor(urlEqualTo(SECRET))).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(it -> JsonMapper.shared().readTree(it).path("text").asString())
                .toList();
    }

    private static MimeMessage onlyMail() {
        // one mail, in two mailboxes
        assertThat(MAIL.getReceivedMessages()).hasSize(2);
        return MAIL.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return String.valueOf(mail.getContent()).replace("\r\n", "\n");
    }

    private void reads(String sources) {
        installation.file("jobs/nightly-sync.yaml", """
                job: nightly-sync
                contacts: contacts.csv
                sources: [%s]
                brake: { newLinksShare: 25%%, largestCluster: 3, matchRateDrop: 20, atLeast: 3 }
                notify:
                  mail: { to: [night@example.org, it@example.org], from: tributary@example.org }
                  webhook: { url: "${SLACK_URL}", on: [failed, held, partial, stopped, completed] }
                  heartbeat: "${PING_URL}"
                """.formatted(sources));
    }

    private static String source(String name) {
        return """
                source: %1$s
                channel: mail
                account: us@acme.example
                extract: { kind: file, path: "%1$s/*.ndjson" }
                mapping: plain
                """.formatted(name);
    }

    private static String contacts(int count) {
        StringBuilder csv = new StringBuilder("id,name,email\n");
        IntStream.rangeClosed(1, count)
                .forEach(it -> csv.append("C%1$d,Anna %1$d,anna%1$d@example.org\n".formatted(it)));
        return csv.toString();
    }

    /** Each of these people writes one message. */
    private void write(String day, int first, int last) {
        StringBuilder lines = new StringBuilder();
        IntStream.rangeClosed(first, last)
                .forEach(it -> lines.append(AMessage.lines(
                        aMessage(day + it).from("anna" + it + "@example.org").saying(day + " " + it))));
        installation.file("mail/" + day + ".ndjson", lines.toString());
    }
}
