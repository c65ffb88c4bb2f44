package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a customer and we say on several channels about one matter is one episode; the same on every database. The messages come as
 * the canonical records themselves, for it makes no difference which platform's mapping made them.
 */
abstract class EpisodeStories {

    private static final String CONTACTS = "id,name,email,phone\nC1,Anna Berger,anna@example.org,+1 202 555 0142\n";

    private static final String SOURCE = """
            source: %s
            channel: %s
            account: "@acme"
            idScope: channel
            accounts:
              x: { channel: x, account: "@acme", idScope: channel }
              desk: { channel: desk, account: "@acme" }
            defaultRegion: US
            extract: { kind: file, path: "drop/%s/*.ndjson" }
            mapping: plain
            """;

    private static final String POST = """
            {"kind":"interaction","id":"p1","type":"mention","visibility":"public","direction":"inbound",\
            "at":"2026-05-04T07:41:00Z","conversation":{"id":"p1"},"author":{"id":"7","handle":"@anna_trail"},\
            "text":"@acme the zip of my Ridge 2 tent gave up on its first night out"}
            """;

    private static final String REPLY = """
            {"kind":"interaction","id":"p2","type":"reply","visibility":"public","direction":"outbound",\
            "at":"2026-05-04T07:51:00Z","conversation":{"id":"p1"},"inReplyTo":"p1","author":{"handle":"@acme"},\
            "offers":["https://call.acme.example/c/Zx81kQ2vTn"],"text":"Please use https://call.acme.example/c/Zx81kQ2vTn"}
            """;

    private static final String CALL = """
            {"kind":"interaction","id":"c1","type":"call","visibility":"private","direction":"inbound",\
            "at":"2026-05-04T08:12:00Z","author":{"phones":["+1 202 555 0142"]},"text":"Call, 6 min, completed",\
            "relations":[{"type":"callbackFor","by":"Zx81kQ2vTn","proof":"userfield"}]}
            """;

    private static final String TICKET = """
            {"kind":"interaction","id":"t1","type":"message","visibility":"private","direction":"inbound",\
            "at":"2026-05-04T09:10:00Z","conversation":{"id":"88"},"author":{"id":"r5","emails":["anna@example.org"]},\
            "text":"As promised on the phone: a picture of the poor zip",\
            "relations":[{"type":"ticketOf","id":"p1","on":"x","proof":"via.source.rel"}]}
            {"kind":"interaction","id":"t2","type":"message","visibility":"private","direction":"outbound",\
            "at":"2026-05-04T09:25:00Z","conversation":{"id":"88"},"author":{"id":"mia","name":"Mia"},\
            "recipients":[{"id":"r5"}],"text":"Thank you, Anna! The new zip is on its way to you."}
            """;

    @TempDir
    Path home;

    private Installation installation;

    abstract Installation installedIn(Path home);

    @BeforeEach
    void threeChannels() {
        installation = installedIn(home)
                .file("mappings/plain.jsonata", "$")
                .file("contacts.csv", CONTACTS)
                .file(
                        "jobs/nightly-sync.yaml",
                        "job: nightly-sync\ncontacts: contacts.csv\nsources: [x, phone, desk]\n");
        for (String source : List.of("x", "phone", "desk")) {
            installation.file("jobs/sources/" + source + ".yaml", SOURCE.formatted(source, source, source));
            installation.file("drop/" + source + "/none.ndjson", "");
        }
    }

    @Test
    void aPostTheCallItAskedForAndTheTicketThatFollowedAreOneEpisode() {
        said("x", POST + REPLY);
        said("phone", CALL);
        said("desk", TICKET);
        night("2026-05-05");

        assertThat(installation.rows("SELECT channel, type FROM crm_timeline ORDER BY at_utc"))
                .containsExactly("phone | CALL", "desk | MESSAGE", "desk | MESSAGE");
        assertThat(episodes("crm_timeline")).containsExactly("1");
        assertThat(parts()).containsExactly("desk 88", "phone c1", "x p1");
        assertThat(ties())
                .containsExactly("c1 | CALLBACK_FOR | p2 | userfield", "t1 | TICKET_OF | p1 | via.source.rel");
    }

    @Test
    void itMakesNoDifferenceInWhichOrderTheChannelsArrive() {
        said("desk", TICKET);
        night("2026-05-05");
        assertThat(parts()).isEmpty();
        said("phone", CALL);
        night("2026-05-06");
        assertThat(parts()).isEmpty();
        said("x", POST + REPLY);
        night("2026-05-07");

        assertThat(parts()).containsExactly("desk 88", "phone c1", "x p1");
        assertThat(episodes("crm_timeline")).containsExactly("1");
        Contents before = installation.everything();
        night("2026-05-08");
        assertThat(installation.everything().of("episode_part")).isEqualTo(before.of("episode_part"));
        assertThat(installation.everything().of("crm_timeline_entry")).isEqualTo(before.of("crm_timeline_entry"));
    }

    @Test
    void aLinkThatTwoConversationsWereOfferedProvesNothing() {
        said(
                "x",
                POST
                        + REPLY
                        + POST.replace("p1", "q1").replace("\"7\"", "\"8\"")
                        + REPLY.replace("p1", "q1").replace("p2", "q2"));
        said("phone", CALL);
        night("2026-05-05");

        assertThat(ties()).isEmpty();
        assertThat(parts()).isEmpty();
    }

    @Test
    void aSecondOfferOfTheSameLinkUndoesTheTie() {
        said("x", POST + REPLY);
        said("phone", CALL);
        night("2026-05-05");
        assertThat(parts()).containsExactly("phone c1", "x p1");

        installation.file(
                "drop/x/later.ndjson",
                POST.replace("p1", "q1").replace("\"7\"", "\"8\"")
                        + REPLY.replace("p1", "q1").replace("p2", "q2"));
        night("2026-05-06");
        assertThat(ties()).isEmpty();
        assertThat(parts()).isEmpty();
    }

    @Test
    void anAnswerInTheTicketEndsTheWaitThatBeganWithThePost() {
        said("x", POST);
        said("desk", TICKET);
        night("2026-05-05");

        assertThat(installation.home().resolve("out/reports/2026-05-05/audit.json"))
                .content()
                .contains("\"channel\" : \"x\"")
                .containsPattern("\"channel\" : \"x\"[^}]*\"waits\" : 1[^}]*\"answered\" : 1")
                .doesNotContainPattern("\"channel\" : \"desk\"[^}]*\"waits\" : 1");
    }

    @Test
    void theSameWordsThroughTwoSystemsAreSuggestedAndNothingMore() {
        String words = "The soles of my Fern boots came off after one week";
        said("x", message("m1", "2026-05-04T07:41:00Z", words));
        said("desk", message("77", "2026-05-04T07:43:30Z", "@acme " + words + "!!"));
        said("phone", message("9", "2026-05-04T08:43:30Z", words));
        night("2026-05-05");

        assertThat(installation.rows("""
                        SELECT s.rule, one.channel, two.channel FROM duplicate_suggestion s
                        JOIN interaction one ON one.id = s.first_id JOIN interaction two ON two.id = s.second_id"""))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("SAME_WORDS_SAME_AUTHOR")
                .contains("x", "desk");
        assertThat(installation.rows("SELECT COUNT(*) FROM interaction")).containsExactly("3");
        assertThat(installation.rows("SELECT COUNT(*) FROM crm_timeline")).containsExactly("3");
    }

    @Test
    void shortWordsAndOtherAuthorsAreNotSuggested() {
        said("x", message("m1", "2026-05-04T07:41:00Z", "Thank you!"));
        said("desk", message("77", "2026-05-04T07:43:30Z", "Thank you!"));
        said(
                "phone",
                message("9", "2026-05-04T07:43:30Z", "Where is my parcel with the two tents?")
                        .replace("anna@example.org", "bo@example.org"));
        installation.file(
                "drop/x/more.ndjson", message("m2", "2026-05-04T07:43:00Z", "Where is my parcel with the two tents?"));
        night("2026-05-05");

        assertThat(installation.rows("SELECT COUNT(*) FROM duplicate_suggestion"))
                .containsExactly("0");
    }

    private static String message(String id, String at, String words) {
        return """
                {"kind":"interaction","id":"%s","type":"message","visibility":"private","direction":"inbound","at":"%s",\
                "author":{"id":"of-%s","emails":["anna@example.org"]},"text":"%s"}
                """.formatted(id, at, id, words);
    }

    private void said(String source, String records) {
        installation.file("drop/" + source + "/all.ndjson", records);
    }

    private void night(String date) {
        assertThat(installation.tributary("sync", "--date", date).exitCode()).isZero();
    }

    private List<String> episodes(String table) {
        return installation.rows("SELECT COUNT(DISTINCT episode) FROM " + table);
    }

    private List<String> parts() {
        return installation.rows("""
                SELECT DISTINCT CONCAT(i.channel, ' ', COALESCE(i.conversation_id, i.native_id)) FROM episode_part part
                JOIN interaction i ON i.conversation_key = part.conversation_key ORDER BY 1""");
    }

    private List<String> ties() {
        return installation.rows("""
                SELECT i.native_id, r.type, r.target, r.proof FROM interaction_relation r
                JOIN interaction i ON i.id = r.interaction_id ORDER BY 1""");
    }
}
