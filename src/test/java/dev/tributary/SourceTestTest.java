package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Trying a source before it is trusted. */
class SourceTestTest {

    private static final String SOURCE = """
            source: guests
            channel: guestbook
            account: "Acme"
            extract: { kind: file, path: "drop/*.ndjson", keep: false }
            mapping: guestbook
            """;

    @TempDir
    Path home;

    @Test
    void showsWhatThePayloadsOfTheFirstFileBecomeAndLeavesEverythingWhereItIs() {
        Installation installation = guestBook();

        CommandLineRun.Ended tried = installation.tributary("--json", "source", "test", "guests");

        assertThat(tried.exitCode()).isZero();
        JsonNode payloads = tried.json().path("payloads");
        assertThat(payloads).hasSize(2);
        assertThat(payloads.path(0).path("payload").asString()).contains("Lovely tents");
        assertThat(payloads.path(0).path("records").path(0).asString())
                .contains("\"kind\" : \"interaction\"", "Lovely tents");
        assertThat(home.resolve("drop/a.ndjson")).exists();
        assertThat(home.resolve("landing")).doesNotExist();
        assertThat(home.resolve("tributary.mv.db")).doesNotExist();
    }

    @Test
    void showsWhatTheFirstPageOfAnApiBecomes() throws Exception {
        String page = "{\"id\":\"1\",\"at\":\"2026-05-01T10:00:00Z\",\"name\":\"Anna\",\"text\":\"Lovely\"}";

        assertThat(firstRecord("application/json", page, "extract: { kind: http, url: \"%s\" }", "guestbook"))
                .contains("\"kind\" : \"interaction\"", "Lovely");
    }

    @Test
    void showsWhatTheEntriesOfAFeedBecome() throws Exception {
        String feed = """
                <rss version="2.0"><channel><title>Tent blog</title><item><guid>7</guid><title>A night out</title>
                <pubDate>Fri, 01 May 2026 10:00:00 GMT</pubDate><description>It rained in</description></item></channel></rss>
                """;

        assertThat(firstRecord("application/rss+xml", feed, "extract: { kind: feed, url: \"%s\" }", "feed"))
                .contains("\"kind\" : \"interaction\"", "It rained in");
    }

    /** What a source makes of the first payload of the page that a server answers with. */
    private String firstRecord(String mediaType, String page, String extract, String mapping) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/page", asked -> {
            asked.getResponseHeaders().add("Content-Type", mediaType);
            asked.sendResponseHeaders(200, page.getBytes(UTF_8).length);
            asked.getResponseBody().write(page.getBytes(UTF_8));
            asked.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
            Installation installation = guestBook()
                    .file(
                            "jobs/sources/guests.yaml",
                            SOURCE.replaceFirst("extract: .*", extract.formatted(url))
                                    .replace("mapping: guestbook", "mapping: " + mapping));

            CommandLineRun.Ended tried = installation.tributary("--json", "source", "test", "guests");

            assertThat(tried.exitCode()).as(tried.err()).isZero();
            return tried.json().path("payloads").path(0).path("records").path(0).asString();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhatEndsTheSource() {
        Installation installation = guestBook().file("jobs/sources/guests.yaml", SOURCE.replace("drop/", "nowhere/"));

        CommandLineRun.Ended tried = installation.tributary("source", "test", "guests");

        assertThat(tried.exitCode()).isEqualTo(1);
        assertThat(tried.out()).contains("nowhere").contains("create it");
    }

    @Test
    void recordsASampleThatIsExpectedFromThenOn() throws Exception {
        Installation installation = guestBook();

        CommandLineRun.Ended recorded = installation.tributary("source", "test", "guests", "--record", "two-guests");

        assertThat(recorded.out()).contains("mappings/samples/guestbook/two-guests.ndjson");
        assertThat(home.resolve("mappings/samples/guestbook/two-guests.expected.json"))
                .content()
                .contains("Lovely tents");
        assertThat(installation.tributary("validate").out()).contains("1 samples mapped, 0 records not as expected");

        Files.writeString(
                home.resolve("mappings/guestbook.jsonata"),
                Files.readString(home.resolve("mappings/guestbook.jsonata")).replace("\"post\"", "\"comment\""));
        CommandLineRun.Ended changed = installation.tributary("validate");
        assertThat(changed.exitCode()).isEqualTo(2);
        assertThat(changed.out())
                .contains("two-guests.ndjson: record 1 is not as expected", "2 records not as expected");
    }

    @Test
    void recordsNothingBesideAMappingOfTheProgram() {
        CommandLineRun.Ended refused = Installation.onH2(home).tributary("source", "test", "x-mentions", "--record");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("copy the folder mappings/ there first");
    }

    private Installation guestBook() {
        return Installation.onH2(home)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [guests]\n")
                .file("jobs/sources/guests.yaml", SOURCE)
                .file("mappings/feed.jsonata", shipped("feed"))
                .file("mappings/guestbook.jsonata", """
                        { "kind": "interaction", "id": id, "type": "post", "visibility": "public", "direction": "inbound",
                          "at": at, "author": { "name": name }, "text": text }""")
                .file("drop/a.ndjson", """
                        {"id":"1","at":"2026-05-01T10:00:00Z","name":"Anna","text":"Lovely tents"}
                        {"id":"2","at":"2026-05-01T11:00:00Z","name":"Bo","text":"Lovely boots"}
                        """)
                .file(
                        "drop/b.ndjson",
                        "{\"id\":\"3\",\"at\":\"2026-05-01T12:00:00Z\",\"name\":\"Cy\",\"text\":\"More\"}\n");
    }

    private static String shipped(String mapping) {
        try {
            return Files.readString(Path.of("mappings", mapping + ".jsonata"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
