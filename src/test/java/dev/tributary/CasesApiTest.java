package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.access.Role;
import dev.tributary.access.Users;
import dev.tributary.run.RunLock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program goes through the three cases of the samples, decides one, and takes it back. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesApiTest {

    private static final String OPEN = "SELECT COUNT(*) FROM review_case WHERE state = 'OPEN'";
    private static final String MARIA =
            "SELECT c.external_id, l.status, l.actor FROM link l JOIN crm_contact c ON c.id = l.contact_id"
                    + " JOIN review_case r ON r.participant_id = l.participant_id WHERE l.active_participant IS NOT NULL";

    private Installation installation;
    private Serving serving;
    private Visitor mia;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void serve(@TempDir Path home) {
        installation = Installation.onH2(home);
        assertThat(installation.tributary("sync").exitCode()).isZero();
        serving = installation.serve();
        Users.Given given = serving.bean(Users.class).add("mia", Set.of(Role.STEWARD), null);
        mia = new Visitor(serving).signedIn(given.name(), given.password());
    }

    @AfterAll
    void stop() {
        serving.close();
    }

    @Test
    void givesTheCasesPageByPageThoseThatMatterMostFirst() {
        JsonNode first = json(mia.get("/api/cases?limit=2"));
        JsonNode rest =
                json(mia.get("/api/cases?limit=2&after=" + first.path("next").asString()));

        assertThat(first.path("cases").findValuesAsString("reason"))
                .containsExactly("SIMILAR_IDENTIFIER", "AMBIGUOUS_IDENTIFIER");
        assertThat(rest.path("cases").findValuesAsString("reason")).containsExactly("SHARED_IDENTIFIER");
        assertThat(rest.has("next")).isFalse();
        assertThat(json(mia.get("/api/cases?reason=SHARED_IDENTIFIER")).path("cases"))
                .hasSize(1);
        assertThat(json(mia.get("/api/cases?likelihood=0-100")).path("cases")).hasSize(3);
        assertThat(json(mia.get("/api/cases?channel=nowhere")).path("cases")).isEmpty();
    }

    @Test
    void tellsWhatAPersonSeesOfACase() {
        JsonNode maria = first();

        assertThat(maria.path("participant").path("name").asString()).isEqualTo("Maria Schmidt");
        assertThat(maria.path("contacts")).hasSize(1);
        assertThat(maria.path("contacts").get(0).path("contact").asString()).isEqualTo("C009");
        assertThat(maria.path("contacts").get(0).path("names").asString()).isEqualTo("SAME");
        assertThat(maria.path("samples")).hasSize(1);
        assertThat(maria.path("stamp").asString()).hasSize(12);
    }

    @Test
    void decidesOnceAndTakesItBack() {
        JsonNode maria = first();
        String verdict = "/api/cases/" + maria.path("id").asLong() + "/verdict";
        String same =
                "{\"answer\":\"SAME_PERSON\",\"stamp\":\"" + maria.path("stamp").asString() + "\"}";

        assertThat(json(mia.json("POST", verdict, same)).path("outcome").asString())
                .isEqualTo("APPLIED");
        assertThat(json(mia.json("POST", verdict, same)).path("outcome").asString())
                .isEqualTo("UNCHANGED");
        assertThat(installation.rows(MARIA)).containsExactly("C009 | ASSERTED | mia");
        assertThat(installation.rows(OPEN)).containsExactly("2");

        assertThat(mia.json("DELETE", verdict, "").statusCode()).isEqualTo(204);
        assertThat(installation.rows(MARIA)).isEmpty();
        assertThat(installation.rows(OPEN)).containsExactly("3");
        assertThat(mia.json("DELETE", verdict, "").statusCode()).isEqualTo(404);
    }

    @Test
    void doesNotFollowAnAnswerToOlderEvidence() {
        HttpResponse<String> stale = mia.json(
                "POST",
                "/api/cases/" + first().path("id").asLong() + "/verdict",
                "{\"answer\":\"DIFFERENT_PEOPLE\",\"stamp\":\"0123456789ab\"}");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(stale).path("outcome").asString()).isEqualTo("STALE");
        assertThat(installation.rows(OPEN)).containsExactly("3");
    }

    @Test
    void saysThatARunIsUnderWayAndChangesNothing() {
        JsonNode maria = first();
        String verdict = "/api/cases/" + maria.path("id").asLong() + "/verdict";
        String notSure =
                "{\"answer\": \"NOT_SURE\", \"stamp\": \"" + maria.path("stamp").asString() + "\"}";
        List<String> before = installation.rows("SELECT * FROM verdict");

        HttpResponse<String> told;
        HttpResponse<String> page;
        try (RunLock.Held run = serving.bean(RunLock.class).tryAcquire().orElseThrow()) {
            assertThat(run).isNotNull();
            told = mia.json("POST", verdict, notSure);
            page = mia.post(
                    "/review/" + maria.path("id").asLong() + "/verdict",
                    Map.of("answer", "NOT_SURE", "stamp", maria.path("stamp").asString()));
        }

        assertThat(told.statusCode()).isEqualTo(503);
        assertThat(json(told).path("detail").asString()).contains("run is under way");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(mia.get(URI.create(page.headers().firstValue("Location").orElseThrow())
                                .getPath())
                        .body())
                .contains("A run is at work: nothing was decided, and nothing is lost.");
        assertThat(installation.rows("SELECT * FROM verdict")).isEqualTo(before);
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThat(mia.get("/api/cases?likelihood=much").statusCode()).isEqualTo(400);
        assertThat(json(mia.get("/api/cases?likelihood=much")).path("detail").asString())
                .contains("such as 70-89");
        String verdict = "/api/cases/" + first().path("id").asLong() + "/verdict";

        assertThat(List.of(
                        problem(mia.get("/api/cases?limit=0")),
                        problem(mia.get("/api/cases?after=elsewhere")),
                        problem(mia.get("/api/cases/seven")),
                        problem(mia.get("/api/cases/987654")),
                        problem(mia.json("POST", verdict, "{\"answer\":\"SAME_PERSON\"}")),
                        problem(mia.json("POST", verdict, "{\"stamp\":\"0123456789ab\"}")),
                        problem(mia.json("POST", verdict, "{\"answer\":\"PERHAPS\"}")),
                        problem(mia.json(
                                "POST", "/api/cases/987654/verdict", "{\"answer\":\"NOT_SURE\",\"stamp\":\"0\"}"))))
                .containsExactly("400 limit", "400 after", "400 id", "404 ", "400 stamp", "400 answer", "400 ", "404 ");
    }

    private JsonNode first() {
        return json(mia.get("/api/cases?limit=1")).path("cases").get(0);
    }

    private static String problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return response.statusCode() + " " + json(response).path("parameter").asString("");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
