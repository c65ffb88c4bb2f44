package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.crash.TributaryProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a night as a log server takes it: one object a line. */
class StructuredLogsTest {

    @Test
    void eachLineOfANightSaysItsRunAndThoseOfASourceItsSource(@TempDir Path home) throws IOException {
        write(home, "mappings/plain.jsonata", AMessage.MAPPING);
        write(home, "jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [mail, api]\n");
        write(home, "jobs/sources/mail.yaml", """
                source: mail
                channel: mail
                account: us@acme.example
                extract: { kind: file, path: "mail/*.ndjson" }
                mapping: plain
                """);
        write(home, "jobs/sources/api.yaml", """
                source: api
                channel: x
                account: "@acme"
                extract: { kind: http, url: "http://127.0.0.1:9/${API_KEY}" }
                mapping: plain
                """);
        write(
                home,
                "mail/one.ndjson",
                AMessage.lines(AMessage.aMessage("1").from("anna@example.org").saying("Hello")));

        TributaryProcess.Ended night = TributaryProcess.command()
                .with("tributary.extract.first-retry", "10ms")
                .environment(Map.of("API_KEY", "secret-of-the-test"))
                .run(home, "--logging", "json", "sync");

        assertThat(night.exitCode()).as(night.err()).isEqualTo(4);
        List<JsonNode> lines =
                night.err().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSizeGreaterThan(20).allSatisfy(line -> {
            assertThat(line.path("@timestamp").asString()).endsWith("Z");
            assertThat(line.path("level").asString()).isNotEmpty();
            assertThat(line.path("run").asString()).as(line.toString()).isEqualTo("1");
        });
        assertThat(lines)
                .filteredOn(line -> line.path("thread_name").asString().startsWith("extract-"))
                .extracting(line -> line.path("source").asString() + ": "
                        + line.path("level").asString())
                .containsOnly("mail: INFO", "api: WARN");
        assertThat(lines)
                .filteredOn(line -> line.path("message").asString().endsWith("records staged so far"))
                .allSatisfy(line -> assertThat(line.path("source").asString()).isEqualTo("mail"));
        assertThat(lines)
                .filteredOn(line -> line.path("thread_name").asString().equals("main"))
                .noneMatch(line -> line.has("source"));
        assertThat(night.err()).doesNotContain("secret-of-the-test", "anna@example.org", "Hello");
    }

    private static void write(Path home, String name, String text) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), text);
    }
}
