package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.access.Role;
import dev.tributary.access.Users;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a CRM user and the CRM itself read of the samples after one night, C005 having been merged into C003; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CustomerStories {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Installation installation;
    private Serving serving;
    private Visitor viewer;
    private Visitor steward;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void aNight(@TempDir Path home) {
        installation = installedIn(home);
        assertThat(installation.tributary("sync", "--date", "2026-05-31").exitCode())
                .isZero();
        assertThat(installation.tributary("merge", "C005", "C003").exitCode()).isZero();
        serving = installation.serve();
        viewer = visitor(Role.VIEWER);
        steward = visitor(Role.STEWARD);
    }

    private Visitor visitor(Role role) {
        Users.Given given = serving.bean(Users.class).add("the-" + role.ordinal(), Set.of(role), null);
        return new Visitor(serving).signedIn(given.name(), given.password());
    }

    @AfterAll
    void stop() {
        if (serving != null) {
            serving.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "email=ANNA.berg@example.org",
        "phone=%2B49+(30)+231-25101",
        "phone=0049+30+23125101",
        "handle=@anna_trail",
        "handle=x:Anna_Trail",
        "name=berg+ann"
    })
    void findsAnnaByWhateverIsKnownOfHer(String asked) {
        JsonNode found = json("/api/contacts?" + asked);
        assertThat(found.path("contacts").findValuesAsString("id")).containsExactly("C001");
        assertThat(found.path("contacts").get(0).path("name").asString()).isEqualTo("Anna Berg");
        assertThat(found.path("contacts").get(0).path("points").findValuesAsString("raw"))
                .contains("anna.berg@example.org", "@anna_trail");
        assertThat(found.has("next")).isFalse();
    }

    @Test
    void readsAnnasStoryPartByPartAsItStandsInTheTables() {
        List<String> read = new ArrayList<>();
        String path = "/api/contacts/C001/timeline?limit=3";
        while (path != null) {
            HttpResponse<String> part = viewer.get(path);
            JSON.readTree(part.body())
                    .path("entries")
                    .forEach(it -> read.add(it.path("id").asString()));
            path = part.headers()
                    .firstValue("Link")
                    .map(it -> it.substring(it.indexOf('/'), it.indexOf('>')))
                    .orElse(null);
        }
        assertThat(read)
                .hasSizeGreaterThan(6)
                .isEqualTo(installation.rows("SELECT interaction FROM crm_timeline WHERE contact = 'C001'"
                        + " ORDER BY at_utc DESC, interaction DESC"));
    }

    @Test
    void readsOnlyWhatIsAskedFor() {
        JsonNode story = json(
                "/api/contacts/C001/timeline?channel=helpdesk&direction=inbound&from=2026-05-04&until=2026-05-05T00:00:00Z");
        assertThat(story.path("entries").findValuesAsString("channel")).containsExactly("helpdesk");
        assertThat(story.path("entries").findValuesAsString("direction")).containsExactly("INBOUND");
    }

    @Test
    void answersForAMergedContactWithTheOneThatStandsForBothAndSaysSo() {
        JsonNode story = json("/api/contacts/C005/timeline");
        assertThat(story.path("contact").asString()).isEqualTo("C003");
        assertThat(story.path("requested").asString()).isEqualTo("C005");
        assertThat(story.path("merged").asBoolean()).isTrue();
        assertThat(Set.copyOf(story.path("entries").findValuesAsString("channel")))
                .contains("whatsapp", "facebook");
        assertThat(json("/api/contacts/C005").path("id").asString()).isEqualTo("C003");

        HttpResponse<String> page = viewer.get("/contacts/C005?channel=whatsapp");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/contacts/C003?channel=whatsapp"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/contacts | 400 | email",
                "/api/contacts?email=a@b.example&phone=1 | 400 | email",
                "/api/contacts?name=! | 400 | name",
                "/api/contacts?name=anna&limit=0 | 400 | limit",
                "/api/contacts?name=anna&after=x | 400 | after",
                "/api/contacts/C001/timeline?direction=up | 400 | direction",
                "/api/contacts/C001/timeline?order=best | 400 | order",
                "/api/contacts/C001/timeline?from=yesterday | 400 | from",
                "/api/contacts/C001/timeline?after=Zm9v | 400 | after",
                "/api/contacts/C001/timeline/x | 400 | message",
                "/api/contacts/nobody | 404 | ",
                "/api/contacts/C002/timeline/1000000 | 404 | "
            })
    void saysWhichParameterIsWrongAndWhatIsNotThere(String path, int status, String parameter) {
        HttpResponse<String> answer = viewer.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("parameter").asString("")).isEqualTo(parameter == null ? "" : parameter);
        assertThat(problem.path("detail").asString("")).isNotBlank();
    }

    @Test
    void showsWhatWasSaidOnEveryChannelOnOnePage() {
        for (String view : List.of("", "?view=newest", "?view=oldest")) {
            assertThat(viewer.get("/contacts/C001" + view).body())
                    .contains(
                            "Anna Berg",
                            "anna.berg@example.org",
                            "the zip of my Ridge 2 tent gave up on its first night out")
                    .contains("Call, 6 min 12 s, completed", "It is in and it runs like butter");
        }
    }

    @Test
    void marksFromWhomAndOverWhichChannelEachMessageCame() {
        assertThat(viewer.get("/contacts/C001?channel=helpdesk").body())
                .contains("Zip of the Ridge 2", "Mia Lang", "from us", "to us")
                .doesNotContain("the zip of my Ridge 2 tent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/contacts/nobody", "/contacts/C001/messages/1000000", "/contacts/C001/participants/1000000"})
    void saysThatNothingIsThere(String path) {
        assertThat(viewer.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void offersDecisionsToStewardsOnly() {
        assertThat(steward.get("/contacts/C001").body()).contains("/contacts/C001/unlink", "/contacts/C001/link");
        assertThat(viewer.get("/contacts/C001").body()).doesNotContain("/contacts/C001/unlink", "/contacts/C001/link");
    }

    @Test
    void takesSomebodyOffAndBringsTheWholeStoryBack() {
        List<String> before = story();
        String anna = installation
                .rows("SELECT MIN(id) FROM participant WHERE channel = 'x' AND handle IN ('anna_trail', '@anna_trail')")
                .get(0);
        steward.post("/contacts/C001/unlink", Map.of("participant", anna, "reason", "a namesake"));

        assertThat(steward.get("/contacts/C001").body())
                .contains("is no longer this contact", "left a timeline", "Undo", "a namesake")
                .contains("Said to be somebody else");
        assertThat(story()).hasSizeLessThan(before.size());

        steward.post("/contacts/C001/link", Map.of("participant", anna, "reason", "undone"));
        assertThat(story()).isEqualTo(before);
        assertThat(steward.get("/contacts/C001").body()).doesNotContain("Said to be somebody else");
    }

    @Test
    void saysWhyADecisionCannotBeMade() {
        steward.post("/contacts/C001/link", Map.of("participant", "nobody@example.org"));
        assertThat(steward.get("/contacts/C001").body()).contains("There is no such participant");
    }

    @Test
    void explainsWhoAParticipantIs() {
        String anna = installation
                .rows("SELECT MIN(participant_id) FROM link l JOIN crm_contact c ON c.id = l.contact_id"
                        + " WHERE c.external_id = 'C001' AND l.active_participant IS NOT NULL")
                .get(0);
        assertThat(viewer.get("/contacts/C001/participants/" + anna).body())
                .contains("What is known", "only on C001", "fits by the rule");
    }

    @Test
    void showsTheTimelineAloneInsideTheCrm() {
        assertThat(viewer.get("/embed/contacts/C001").body())
                .contains("Call, 6 min 12 s, completed")
                .doesNotContain("Sections", "<form method=\"post\"", "/contacts/C001/unlink");
    }

    @Test
    void opensTheTimelineInsideTheCrmWithATicketAndNoCookie() {
        HttpResponse<String> issued = viewer.ask("POST", "/api/contacts/C005/embed-ticket");
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
        String url = JSON.readTree(issued.body()).path("url").asString();
        assertThat(url).startsWith("/embed/contacts/C003?ticket=");

        HttpResponse<String> page = serving.send(HttpRequest.newBuilder(serving.at(url)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"ticket\"");
        assertThat(serving.send(HttpRequest.newBuilder(serving.at(url.replace("C003", "C001"))))
                        .body())
                .doesNotContain("Ridge 2");
    }

    @Test
    void describesEveryOperationToThoseWhoWriteProgramsForIt() {
        JsonNode api = json("/v3/api-docs");
        assertThat(api.path("info").path("title").asString()).isEqualTo("Tributary");
        assertThat(api.path("components").path("securitySchemes").propertyNames())
                .contains("token", "session");
        api.path("paths").properties().forEach(path -> {
            assertThat(path.getKey()).startsWith("/api/");
            path.getValue()
                    .properties()
                    .forEach(operation ->
                            expectDescribed(operation.getKey() + " " + path.getKey(), operation.getValue()));
        });
        assertThat(api.path("paths").propertyNames())
                .contains(
                        "/api/contacts",
                        "/api/contacts/{id}",
                        "/api/contacts/{id}/timeline",
                        "/api/runs",
                        "/api/runs/{id}");
    }

    private static void expectDescribed(String what, JsonNode operation) {
        assertThat(operation.path("summary").asString("")).as(what).isNotBlank();
        assertThat(operation.path("responses").propertyNames())
                .as(what)
                .contains("400", "401", "403", "404")
                .anyMatch(it -> it.startsWith("2"));
        operation
                .path("parameters")
                .forEach(it -> assertThat(it.path("description").asString(""))
                        .as(what + " " + it.path("name").asString())
                        .isNotBlank());
    }

    private List<String> story() {
        return installation.rows("SELECT interaction, channel, text, episode FROM crm_timeline WHERE contact = 'C001'"
                + " ORDER BY at_utc, interaction");
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = viewer.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
