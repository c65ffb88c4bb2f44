package dev.tributary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.crash.TributaryProcess;
import dev.tributary.crash.TributaryProcess.Ended;
import dev.tributary.testing.MySql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong, a person reads in a line what it is, and nobody reads whose data it was. */
@Tag("slow")
class BadInputTest {

    private static final String[] PERSONAL = {"zoe.geheim", "5550134", "Geheim", "Zoë", "secretly"};
    private static final String MESSAGE = """
            {"kind":"interaction","id":"%s","type":"message","visibility":"private","direction":"inbound",\
            "at":"2026-05-30T10:00:00Z","author":{"id":"zoe","name":"Zoë Geheim","emails":["zoe.geheim@example.org"],\
            "phones":["+12025550134"]},"text":"secretly ordered"}""";
    private static final String SOURCE = """
            source: %s
            channel: chat
            account: acme
            extract: { kind: file, path: "in/%s/*", keep: true }
            mapping: plain
            """;
    private static final String PASSWORD = "tell-nobody-8";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    @Test
    void namesTheFileTheKeyAndTheCureOfAWrongDefinitionAndRunsNothing() {
        source("good")
                .file("jobs/sources/good.yaml", SOURCE.formatted("good", "good").replace("file,", "ftp,"));

        CommandLineRun.Ended ended = CommandLineRun.in(home).tributary("--json", "sync");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().strip())
                .isEqualTo(
                        "jobs/sources/good.yaml:4: extract.kind: 'ftp' is not known; did you mean 'sftp'? use one of feed, file,"
                                + " http, imap, sftp, webhook");
        assertThat(ended.out()).isEmpty();
        assertThat(home.resolve("tributary.mv.db")).doesNotExist();
    }

    @Test
    void saysWhichJobsSourcesAndRunsThereAre() {
        source("good").file("jobs/night.yaml", "job: night\nsources: [good]\n");
        CommandLineRun commands = CommandLineRun.in(home);

        assertRefused(commands.tributary("sync", "nihgt"), "There is no job 'nihgt'; use one of night");
        assertRefused(
                commands.tributary("sync", "night", "--source", "godo"), "There is no source 'godo'; use one of good");
        assertRefused(commands.tributary("report", "77"), "There is no run 77; 'tributary status' lists the last runs");
    }

    @Test
    void putsAsideWhatCannotBeReadAndBringsTheRestIn() throws IOException {
        byte[] good = (MESSAGE.formatted(1) + "\n" + MESSAGE.formatted(2) + "\n").getBytes(UTF_8);
        source("good").file("in/good/1.ndjson", good);
        source("html").file("in/html/1.json", "<html><body>Zoë Geheim, please sign in</body></html>".getBytes(UTF_8));
        source("cut").file("in/cut/1.ndjson.gz", Arrays.copyOf(zipped(many()), 400));
        source("charset").file("in/charset/1.ndjson", MESSAGE.formatted(3).getBytes(ISO_8859_1));
        source("empty").file("in/empty/1.json", new byte[0]);
        source("torn").file("in/torn/1.xlsx", "PK zoe.geheim@example.org".getBytes(UTF_8));
        source("away");
        file("jobs/night.yaml", "job: night\nsources: [good, html, cut, charset, empty, torn, away]\n");

        Ended ended = TributaryProcess.command().run(home, "--json", "sync", "night");

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(4);
        JsonNode run = onlyObject(ended.out());
        assertThat(run.get("state").asString()).isEqualTo("PARTIAL");
        assertThat(source(run, "good").get("new").asInt()).isEqualTo(2);
        assertThat(source(run, "away").get("code").asString()).isEqualTo("FILE_UNAVAILABLE");
        assertThat(source(run, "away").get("message").asString())
                .isEqualTo("The folder of in/away/* does not exist; create it, or mend extract.path.");
        for (String broken : List.of("html", "cut", "charset", "empty", "torn")) {
            assertThat(source(run, broken).get("quarantined").asInt())
                    .as(broken)
                    .isPositive();
        }
        assertQuarantined(List.of("html", "cut", "charset", "empty", "torn"));
        assertQuiet(ended.err());
    }

    @Test
    void refusesBombsAndBringsTheRestInWithLittleMemory() throws IOException {
        String good = MESSAGE.formatted(1) + "\n";
        source("ratio").file("in/ratio/1.zip", archive("a.ndjson", " ".repeat(200_000_000)));
        source("gz").file("in/gz/1.ndjson.gz", zipped(new byte[200_000_000]));
        byte[] nested = archive("a.json", "1");
        for (int depth = 0; depth < 10; depth++) {
            nested = archive("inner.zip", nested);
        }
        source("nested").file("in/nested/1.zip", nested);
        source("json").file("in/json/1.json", "[".repeat(100_000) + "]".repeat(100_000));
        source("xml").file("in/xml/1.xml", "<a>".repeat(100_000) + "</a>".repeat(100_000));
        source("laughs")
                .file(
                        "in/laughs/1.xml",
                        "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]><a>&d;</a>");
        source("record").file("in/record/1.ndjson", "{\"a\":\"" + "x".repeat(9_000_000) + "\"}\n" + good);
        source("good").file("in/good/1.ndjson", good + MESSAGE.formatted(2) + "\n");
        List<String> bombs = List.of("ratio", "gz", "nested", "json", "xml", "laughs", "record");
        file("jobs/night.yaml", "job: night\nsources: [" + String.join(", ", bombs) + ", good]\n");

        Ended ended = TributaryProcess.command()
                .with("tributary.decode.largest-record", "8MB")
                .run(home, "--json", "sync", "night");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        JsonNode run = onlyObject(ended.out());
        assertThat(run.get("state").asString()).isEqualTo("COMPLETED");
        assertThat(source(run, "good").get("new").asInt()
                        + source(run, "good").get("duplicate").asInt())
                .isEqualTo(2);
        for (String bomb : bombs) {
            assertThat(source(run, bomb).get("quarantined").asInt()).as(bomb).isOne();
        }
        assertThat(codes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ratio", "TOO_LARGE",
                        "gz", "TOO_LARGE",
                        "nested", "UNREADABLE",
                        "json", "TOO_LARGE",
                        "xml", "TOO_LARGE",
                        "laughs", "UNREADABLE",
                        "record", "TOO_LARGE"));
        assertQuiet(ended.err());
    }

    @Test
    void writesNothingWhereANameLeadsElsewhere() throws IOException {
        source("zip")
                .file(
                        "in/zip/1.zip",
                        archive(
                                "../../../../escaped.json", "1",
                                "/tmp/tributary-escaped.json", "1",
                                "..\\..\\escaped.json", "1",
                                "a\u001B[31m\n.json", "1",
                                "good.json", MESSAGE.formatted(1)));
        source("drop").file("in/drop/evil\n\u001B[31m..\\..\\x.ndjson", MESSAGE.formatted(2));
        file("secret.ndjson", MESSAGE.formatted(3));
        Files.createSymbolicLink(home.resolve("in/drop/out.ndjson"), home.resolve("secret.ndjson"));
        file("jobs/night.yaml", "job: night\nsources: [zip, drop]\n");

        Ended ended = TributaryProcess.command().run(home, "--json", "sync", "night");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        JsonNode run = onlyObject(ended.out());
        assertThat(source(run, "zip").get("new").asInt()).isOne();
        assertThat(source(run, "zip").get("quarantined").asInt()).isEqualTo(4);
        assertThat(source(run, "drop").get("read").asInt()).isOne();
        assertThat(source(run, "drop").get("new").asInt()).isOne();
        assertThat(ended.err()).doesNotContain("\u001B");
        assertThat(Path.of("/tmp/tributary-escaped.json")).doesNotExist();
        for (Path above = home.getParent(); above != null; above = above.getParent()) {
            assertThat(above.resolve("escaped.json")).doesNotExist();
        }
        try (Stream<Path> all = Files.walk(home)) {
            assertThat(all.map(it -> it.getFileName().toString())).noneMatch(it -> it.contains("escaped"));
        }
        try (Stream<Path> landed = Files.walk(home.resolve("landing"))) {
            assertThat(landed.map(it -> it.getFileName().toString()))
                    .allMatch(it -> it.matches("[\\w.-]+"))
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void keepsWhatALibraryPrintsOffStandardOutput() {
        source("good").file("in/good/1.ndjson", MESSAGE.formatted(1)).file("mappings/plain.jsonata", "text($)");
        file("jobs/night.yaml", "job: night\nsources: [good]\n");

        Ended ended = TributaryProcess.command().run(home, "--json", "sync", "night");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(source(onlyObject(ended.out()), "good").get("quarantined").asInt())
                .isOne();
        assertQuiet(ended.err());
        assertThat(ended.out()).doesNotContain(PERSONAL);
    }

    @Test
    void saysInALineThatTheDatabaseIsAway() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertUnusable("jdbc:mysql://localhost:" + port + "/crm", "tributary");
    }

    @Test
    void saysInALineThatThePasswordIsWrong() {
        assertUnusable(MySql.emptyDatabase().url(), "root");
    }

    private void assertUnusable(String url, String user) {
        long start = System.nanoTime();
        Ended ended = TributaryProcess.command()
                .environment(Map.of(
                        "SPRING_DATASOURCE_URL", url + "?password=" + PASSWORD,
                        "SPRING_DATASOURCE_USERNAME", user,
                        "SPRING_DATASOURCE_PASSWORD", PASSWORD))
                .run(home, "--json", "sync");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err())
                .startsWith("The database cannot be used: " + url)
                .doesNotContain(PASSWORD);
        assertThat(ended.out()).isEmpty();
    }

    private void assertQuarantined(List<String> sources) {
        JsonNode list = CommandLineRun.in(home)
                .tributary("--json", "quarantine", "list")
                .json();
        List<JsonNode> records = stream(list.get("quarantined")).toList();
        assertThat(records.stream().map(it -> it.get("source").asString())).containsAll(sources);
        assertThat(records).allSatisfy(it -> {
            assertThat(it.get("code").asString()).isEqualTo("UNREADABLE");
            assertThat(it.get("message").asString()).isNotBlank();
            assertThat(it.get("segment").asLong()).isEqualTo(1);
            assertThat(it.get("line").isIntegralNumber()).isTrue();
            assertThat(it.toString()).doesNotContain(PERSONAL);
        });
    }

    private static void assertRefused(CommandLineRun.Ended ended, String beginning) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).startsWith(beginning).hasLineCount(1);
        assertThat(ended.out()).isEmpty();
    }

    private static void assertQuiet(String err) {
        assertThat(err).doesNotContain(PERSONAL).doesNotContain("\tat ", "Exception:");
    }

    private static JsonNode onlyObject(String out) {
        JsonNode read = JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(out);
        assertThat(read.isObject()).isTrue();
        return read;
    }

    private static JsonNode source(JsonNode run, String name) {
        return stream(run.get("sources"))
                .filter(it -> it.get("source").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private BadInputTest source(String name) {
        return file("mappings/plain.jsonata", "$").file("jobs/sources/" + name + ".yaml", SOURCE.formatted(name, name));
    }

    private BadInputTest file(String name, String text) {
        return file(name, text.getBytes(UTF_8));
    }

    private BadInputTest file(String name, byte[] content) {
        try {
            Files.createDirectories(home.resolve(name).getParent());
            Files.write(home.resolve(name), content);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> codes() {
        JsonNode list = CommandLineRun.in(home)
                .tributary("--json", "quarantine", "list")
                .json();
        return stream(list.get("quarantined"))
                .collect(Collectors.toMap(
                        it -> it.get("source").asString(), it -> it.get("code").asString()));
    }

    private static byte[] archive(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                Object content = namesAndContents[i + 1];
                zip.write(content instanceof byte[] raw ? raw : ((String) content).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] many() {
        StringBuilder lines = new StringBuilder();
        for (int id = 100; id < 500; id++) {
            lines.append(MESSAGE.formatted(id)).append('\n');
        }
        return lines.toString().getBytes(UTF_8);
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
