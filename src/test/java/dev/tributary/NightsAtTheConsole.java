package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.access.Role;
import dev.tributary.access.Users;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Four nights, started, decided and started again by an operator and a steward at their pages; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class NightsAtTheConsole {

    private Installation installation;
    private Serving serving;
    private Visitor operator;
    private Visitor steward;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void sixPeopleAreKnownSinceMonday(@TempDir Path home) {
        installation = installedIn(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/mail.yaml", """
                        source: mail
                        channel: mail
                        account: us@acme.example
                        extract: { kind: file, path: "inbox/*.ndjson" }
                        mapping: plain
                        """)
                .file("jobs/nightly-sync.yaml", """
                        job: nightly-sync
                        contacts: contacts.csv
                        sources: [mail]
                        brake: { newLinksShare: 25%, largestCluster: 9, matchRateDrop: 90, atLeast: 3 }
                        """);
        StringBuilder csv = new StringBuilder("id,name,email\n");
        IntStream.rangeClosed(1, 12).forEach(it -> csv.append("C%1$d,Anna %1$d,anna%1$d@example.org\n".formatted(it)));
        installation.file("contacts.csv", csv.toString());
        write("monday", 1, 6);
        serving = installation.serve();
        operator = visitor("otto", Role.OPERATOR);
        steward = visitor("mia", Role.STEWARD);
    }

    @AfterAll
    void stop() {
        if (serving != null) {
            serving.close();
        }
    }

    @Test
    @Order(1)
    void anOperatorStartsARunAndSeesWhatItDid() {
        assertThat(start("2026-06-01")).isEqualTo("/runs/1");
        ended(1, "COMPLETED");

        assertThat(operator.get("/runs").body()).contains("nightly-sync", "/runs/1", "completed");
        assertThat(operator.get("/runs/1").body())
                .contains("6 = 6 new", "balances", "Workbook (xlsx)")
                .containsSubsequence(
                        "Brings in the contacts of the CRM",
                        "Asks each source for what is new",
                        "Maps records to messages and people",
                        "Ties answers to what they answer",
                        "Joins conversations that belong together",
                        "Finds out who is who",
                        "Looks for messages that may be one",
                        "Counts the messages of each day",
                        "Measures how long customers waited",
                        "Holds the run where it would link too much",
                        "Puts what changed on the timelines",
                        "Writes the audit report");
        assertThat(installation.rows("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION WHERE step_name NOT LIKE '%:%'"))
                .as("as many as the page tells")
                .containsExactly("12");
        HttpResponse<String> report = operator.get("/runs/1/report/audit.json");
        assertThat(report.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"tributary-2026-06-01-run-1-audit.json\"");
        assertThat(json(report.body()).path("run").asInt()).isEqualTo(1);
        assertThat(operator.get("/runs/1/report/audit.csv").statusCode()).isEqualTo(404);
        assertThat(operator.get("/runs/77").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void aDateThatIsCompleteIsNotRunTwice() {
        assertThat(start("2026-06-01")).isEqualTo("/runs/1");

        assertThat(operator.get("/runs/1").body()).contains("This date is complete already");
        assertThat(api("/api/runs").path("runs")).hasSize(1);
    }

    @Test
    @Order(3)
    void aStewardApprovesARunThatIsHeldAndSaysWhy() {
        write("tuesday", 5, 9);
        taken(() -> start("2026-06-02"), "/runs/2");
        ended(2, "HELD");
        assertThat(operator.get("/runs/2").body())
                .contains("3 new links are 50% of the 6", "C7", "A steward decides it here")
                .doesNotContain("Approve: publish it");
        assertThat(steward.get("/runs/2").body()).contains("Approve: publish it", "<td class=\"number\">6</td>");

        Map<String, String> reason = Map.of("reason", "All three are known");
        taken(
                () -> {
                    assertThat(location(steward.post("/runs/2/approve", reason)))
                            .isEqualTo("/runs/2");
                    return state(2).equals("HELD") ? "not taken" : "taken";
                },
                "taken");

        ended(2, "COMPLETED");
        assertThat(installation.rows("SELECT decision, decided_by, reason FROM run_brake WHERE run_id = 2"))
                .containsExactly("APPROVED | mia | All three are known");
        assertThat(steward.get("/runs/2").body()).contains("Approved", "All three are known");
        assertThat(installation.rows("SELECT COUNT(*) FROM crm_timeline_entry")).containsExactly("11");
    }

    @Test
    @Order(4)
    void aRunThatFailedGoesOnWhenItIsStartedAgain() {
        write("wednesday", 1, 2);
        installation.change("ALTER TABLE crm_timeline_entry RENAME TO timeline_gone");
        taken(() -> start("2026-06-03"), "/runs/3");
        ended(3, "FAILED");
        installation.change("ALTER TABLE timeline_gone RENAME TO crm_timeline_entry");
        assertThat(operator.get("/runs/3").body())
                .contains("Why it failed", "step &#39;publish&#39; failed", "Restart");

        taken(() -> location(operator.post("/runs/3/restart", Map.of())), "/runs/3");

        ended(3, "COMPLETED");
        assertThat(installation.rows("SELECT COUNT(*) FROM crm_timeline_entry")).containsExactly("13");
        assertThat(installation.rows("SELECT records FROM sync_run_count WHERE run_id = 3 AND outcome = 'NEW'"))
                .containsExactly("2");
    }

    @Test
    @Order(5)
    void programsReadTheRunsPageByPage() {
        JsonNode first = api("/api/runs?limit=2");
        JsonNode second = api("/api/runs?limit=2&after=" + first.path("next").asString());

        assertThat(first.path("runs").findValuesAsString("run")).containsExactly("3", "2");
        assertThat(second.path("runs").findValuesAsString("run")).containsExactly("1");
        assertThat(second.has("next")).isFalse();
        assertThat(api("/api/runs/2").path("total").path("new").asInt()).isEqualTo(5);
        HttpResponse<String> problem = operator.get("/api/runs?limit=many");
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(problem.body()).path("parameter").asString()).isEqualTo("limit");
        assertThat(json(operator.get("/api/runs/77").body()).path("detail").asString())
                .startsWith("There is no run 77");
    }

    @Test
    @Order(6)
    void theSourceAndTheWaitsHaveTheirPages() {
        assertThat(operator.get("/sources").body()).contains("mail", "us@acme.example", "run 3");
        assertThat(operator.get("/sources/mail").body())
                .contains("Messages of each day", "2026-05-01: 13", "Nothing of it is in quarantine");
        assertThat(operator.get("/sources/nobody").statusCode()).isEqualTo(404);
        assertThat(steward.get("/response-times").body())
                .contains("mail: 9 waits", "9 unanswered", "Anna 1", "href=\"/contacts/C1\"");
        assertThat(steward.get("/response-times?channel=x").body()).contains("Nobody waited in these weeks");
    }

    @Test
    @Order(7)
    void aRunThatIsStoppedWithTheServerGoesOnLater() {
        write("thursday", 1, 2_000);
        taken(() -> start("2026-06-04"), "/runs/4");

        assertThat(serving.stopped().exitCode()).isZero();
        serving = null;

        RunAssert.assertThat(installation.tributary("--json", "sync", "--date", "2026-06-04"))
                .balances();
        assertThat(installation.rows("SELECT COUNT(*) FROM sync_run")).containsExactly("4");
        assertThat(installation.rows("SELECT COUNT(*) FROM interaction")).containsExactly("2013");
        assertThat(installation.rows("SELECT records FROM sync_run_count WHERE run_id = 4 AND outcome = 'READ'"))
                .containsExactly("2000");
    }

    private String start(String date) {
        return location(operator.post("/runs", Map.of("job", "nightly-sync", "date", date)));
    }

    /** A run's end is told a moment before it lets go of the lock; whoever clicks in between clicks again. */
    private static void taken(Supplier<String> click, String page) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .until(click::get, page::equals);
    }

    private void ended(long run, String state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> !state(run).equals("RUNNING"));
        assertThat(state(run)).isEqualTo(state);
    }

    private String state(long run) {
        return api("/api/runs/" + run).path("state").asString();
    }

    private JsonNode api(String path) {
        HttpResponse<String> response = operator.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response.body());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        return URI.create(response.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private Visitor visitor(String name, Role role) {
        Users.Given given = serving.bean(Users.class).add(name, EnumSet.of(role), null);
        return new Visitor(serving).signedIn(given.name(), given.password());
    }

    /** Each of these people writes one message. */
    private void write(String day, int first, int last) {
        StringBuilder lines = new StringBuilder();
        IntStream.rangeClosed(first, last)
                .forEach(it -> lines.append(AMessage.lines(
                        aMessage(day + it).from("anna" + it + "@example.org").saying(day + " " + it))));
        installation.file("inbox/" + day + ".ndjson", lines.toString());
    }
}
