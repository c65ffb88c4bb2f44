package dev.tributary;

import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a suite reports, and the channel too. */
class SuiteAndChannelTest {

    private static final String ZIP = "2051205485687734273";
    private static final String ANSWER = "2051209881318326273";

    private static final String X_PAGE = """
            {"data": [
              {"id": "%s", "text": "@acmeoutdoor the zip of my Ridge 2 gave up", "author_id": "7001",
               "created_at": "2026-05-04T07:41:12.000Z", "conversation_id": "%s", "lang": "en",
               "entities": {"mentions": [{"username": "acmeoutdoor", "id": "9001"}]}},
              {"id": "%s", "text": "@anna_trail Oh no! ^Mia", "author_id": "9001",
               "created_at": "2026-05-04T07:58:40.000Z", "conversation_id": "%s",
               "in_reply_to_user_id": "7001", "referenced_tweets": [{"type": "replied_to", "id": "%s"}]}],
             "includes": {"users": [{"id": "7001", "name": "Anna Berger", "username": "anna_trail"},
                                    {"id": "9001", "name": "Acme Outdoor", "username": "acmeoutdoor"}]}}
            """.formatted(ZIP, ZIP, ANSWER, ZIP, ZIP);

    private static final String SPROUT_PAGE = """
            {"data": [
              {"network": "TWITTER", "post_type": "TWEET", "guid": "t:%s", "profile_guid": "twpr:9001",
               "created_time": "2026-05-04T07:41:12Z", "text": "@acmeoutdoor the zip of my Ridge 2 gave up",
               "from": {"guid": "twpr:7001", "name": "Anna Berger", "screen_name": "anna_trail"}},
              {"network": "TWITTER", "post_type": "TWEET", "guid": "t:%s", "profile_guid": "twpr:9001",
               "created_time": "2026-05-04T07:58:40Z", "text": "@anna_trail Oh no! ^Mia",
               "from": {"guid": "twpr:9001", "name": "Acme Outdoor", "screen_name": "acmeoutdoor"},
               "internal": {"sent_by": {"id": 2066696, "first_name": "Mia", "last_name": "Klein"}}}]}
            """.formatted(ZIP, ANSWER);

    private static final String HOOTSUITE_WITH_LINK = """
            Message ID,Conversation ID,Medium,Contact Primary Identifier,Created at,Direction,Message Type,Content,Permalink
            m1,c1,twit,@anna_trail,2026-05-04T07:41:12Z,inbound,public_mention,@acmeoutdoor the zip of my Ridge 2 gave up,%s
            """.formatted("https://x.com/anna_trail/status/" + ZIP);

    private static final String HOOTSUITE = """
            Message ID,Conversation ID,Medium,Contact Primary Identifier,Created at,Direction,Message Type,Content,Post URL
            m1,c1,twit,@anna_trail,2026-05-04T07:41:12Z,inbound,public_mention,@acmeoutdoor the zip of my Ridge 2 gave up,
            """;

    @TempDir
    Path home;

    /** What the channel says itself stands, which knows the thread, and not what a suite says of it. */
    @ParameterizedTest
    @CsvSource({"x-search, a-sprout", "a-sprout, x-search"})
    void keepsOneMessageWithTwoWitnessesWhicheverReportsFirst(String first, String second) {
        Installation installation = installed(first, second);
        assertThat(night(installation, first, "2026-05-31")).counted(first, "new", 2);

        assertThat(night(installation, second, "2026-06-01"))
                .counted(second, "duplicate", 2)
                .counted(second, "new", 0);
        assertThat(witnesses(installation, ZIP)).containsExactly("a-sprout", "x-search");
        assertThat(witnesses(installation, ANSWER)).containsExactly("a-sprout", "x-search");
        assertThat(installation.rows("""
                        SELECT i.type, author.name, parent.native_id FROM interaction i
                        JOIN participant author ON author.id = i.author_id
                        LEFT JOIN interaction parent ON parent.natural_key = i.parent_key
                        ORDER BY i.native_id"""))
                .containsExactly("MENTION | Anna Berger | null", "REPLY | Acme Outdoor | " + ZIP);
    }

    @Test
    void namesTheColleagueWhereOnlyTheSuiteReportsTheAnswer() {
        Installation installation = installed("a-sprout", "x-search");
        night(installation, "a-sprout", "2026-05-31");

        assertThat(installation.rows("""
                        SELECT i.channel, i.direction, author.name FROM interaction i
                        JOIN participant author ON author.id = i.author_id WHERE i.native_id = '%s'""".formatted(ANSWER))).containsExactly("x | OUTBOUND | Mia Klein");
    }

    /** Neither a like text at the same time is proof, nor an id on an account that is not declared. */
    @Test
    void leavesApartWhatNothingProvesToBeOne() {
        String[] all = {"x-search", "a-sprout", "a-sprout-undeclared", "z-hootsuite", "z-hootsuite-links"};
        Installation installation = installed(all);
        List.of(all).forEach(this::drop);

        Ended night = installation.tributary("--json", "sync", "--date", "2026-05-31");

        assertThat(night).completed();
        assertThat(count(night, "new")).isEqualTo(5);
        assertThat(count(night, "duplicate")).isEqualTo(3);
        assertThat(witnesses(installation, ZIP, "x")).containsExactly("a-sprout", "x-search", "z-hootsuite-links");
        assertThat(witnesses(installation, ZIP, "sprout")).containsExactly("a-sprout-undeclared");
        assertThat(installation.rows("""
                        SELECT channel, native_id FROM interaction
                        WHERE body = '@acmeoutdoor the zip of my Ridge 2 gave up' ORDER BY channel""")).containsExactly("hootsuite | m1", "sprout | " + ZIP, "x | " + ZIP);
    }

    private Installation installed(String... sources) {
        Installation installation = Installation.onH2(home);
        List.of(sources).forEach(it -> installation.file("jobs/sources/" + it + ".yaml", yaml(it)));
        return installation.file(
                "jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [%s]\n".formatted(String.join(", ", sources)));
    }

    /** A night in which one source has something to tell. */
    private Ended night(Installation installation, String source, String date) {
        drop(source);
        Ended night = installation.tributary("--json", "sync", "--source", source, "--date", date);
        assertThat(night).completed();
        return night;
    }

    private void drop(String source) {
        try {
            Path file = home.resolve("inbox/" + source + "/1" + suffix(source));
            Files.createDirectories(file.getParent());
            Files.writeString(file, content(source));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String suffix(String source) {
        return source.contains("hootsuite") ? ".csv" : ".json";
    }

    private static String content(String source) {
        return switch (source) {
            case "x-search" -> X_PAGE;
            case "z-hootsuite" -> HOOTSUITE;
            case "z-hootsuite-links" -> HOOTSUITE_WITH_LINK;
            default -> SPROUT_PAGE;
        };
    }

    private static String yaml(String source) {
        String channel = source.split("-")[1];
        return source.equals("x-search")
                ? """
                source: x-search
                channel: x
                account: "@acmeoutdoor"
                idScope: channel
                extract: { kind: file, path: "inbox/x-search/*.json" }
                mapping: x-v2
                """
                : """
                source: %s
                channel: %s
                account: Acme Outdoor
                accounts: { %s: { channel: x, account: "@acmeoutdoor", idScope: channel } }
                extract: { kind: file, path: "inbox/%s/*%s" }
                mapping: %s
                """.formatted(
                                source,
                                channel,
                                source.endsWith("undeclared") ? "y" : "x",
                                source,
                                suffix(source),
                                channel.equals("sprout") ? "sprout" : "hootsuite-csv");
    }

    private static List<String> witnesses(Installation installation, String nativeId) {
        return witnesses(installation, nativeId, "x");
    }

    private static List<String> witnesses(Installation installation, String nativeId, String channel) {
        return installation.rows("""
                SELECT w.source FROM interaction i JOIN interaction_witness w ON w.interaction_id = i.id
                WHERE i.native_id = '%s' AND i.channel = '%s' ORDER BY w.source""".formatted(nativeId, channel));
    }

    private static int count(Ended night, String outcome) {
        return night.json()
                .path("sources")
                .valueStream()
                .mapToInt(it -> it.path(outcome).asInt())
                .sum();
    }
}
