package dev.tributary;

import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What others recorded goes all the way into the tables; skipped where those files are not at hand. */
class RealPayloadsTest {

    private static final Path SAMPLES = Path.of(System.getProperty("tributary.samples", "../shared/samples"))
            .toAbsolutePath()
            .normalize();
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Map<String, String> MAPPINGS = Map.ofEntries(
            Map.entry("twitter", "x-v2"),
            Map.entry("facebook", "facebook-graph"),
            Map.entry("instagram", "facebook-feed"),
            Map.entry("line", "line-webhook"),
            Map.entry("whatsapp", "whatsapp-cloud"),
            Map.entry("wechat", "wechat-push"),
            Map.entry("zendesk", "zendesk-csv"),
            Map.entry("calls", "twilio-calls"),
            Map.entry("sms", "twilio-sms"),
            Map.entry("email", "email"),
            Map.entry("livechat", "messenger"),
            Map.entry("slack", "x-dm"),
            Map.entry("telegram", "x-archive"),
            Map.entry("weibo", "wechat-getmsglist"));

    /** No mapping can help: the payload tells no time at all. */
    private static final String TIMELESS = "the field ''at'' is missing";

    @TempDir
    Path home;

    private record Source(String name, String glob, String mapping, String account) {

        private String yaml() {
            return """
                    source: %s
                    channel: %s
                    account: "%s"
                    defaultRegion: US
                    extract: { kind: file, path: "%s", keep: true }
                    mapping: %s
                    """.formatted(name, mapping, account, SAMPLES.resolve(glob), mapping);
        }
    }

    @BeforeAll
    static void skipWithoutThem() {
        assumeTrue(Files.isDirectory(SAMPLES));
    }

    @Test
    void bringsInNearlyEveryMessageThatOthersRecorded() throws IOException {
        List<Source> sources = new ArrayList<>();
        addTo(sources, "real-payloads-social.csv");
        addTo(sources, "real-payloads-business.csv");
        Installation installation = with(sources);

        Ended run = installation.tributary("--json", "sync", "--date", "2026-05-31");
        print(run, sources, installation);
        assertThat(run).completed();
        assertThat(run.json().path("sources"))
                .hasSameSizeAs(sources)
                .allSatisfy(it -> assertThat(it.path("read").asInt())
                        .as(it.path("source").asString())
                        .isPositive());
        int mappable = sum(run, "read") - sum(run, "filtered");
        assertThat(mappable).isGreaterThan(900);
        int timeless = installation
                .rows("SELECT line FROM quarantined_record WHERE message = '" + TIMELESS + "'")
                .size();
        assertThat(timeless)
                .as("mails without a date, posts of X's first years")
                .isLessThanOrEqualTo(12);
        assertThat(sum(run, "quarantined") - timeless).isLessThanOrEqualTo(mappable / 100);

        Ended again = installation.tributary("--json", "sync", "--date", "2026-05-31", "--restage");
        assertThat(again).completed();
        assertThat(sum(again, "read")).isEqualTo(sum(run, "read"));
        assertThat(sum(again, "new") + sum(again, "updated")).isZero();
    }

    @Test
    void comesToItsEndWhateverTheFilesHold() throws IOException {
        List<Source> sources;
        try (Stream<Path> folders = Files.list(SAMPLES).filter(Files::isDirectory)) {
            sources = folders.map(it -> it.getFileName().toString())
                    .sorted()
                    .map(it -> new Source(it, it + "/**", MAPPINGS.getOrDefault(it, "x-v2"), "@acme"))
                    .toList();
        }
        Installation installation = with(sources);
        Ended run = installation.tributary("--json", "sync", "--date", "2026-05-31");
        print(run, sources, installation);
        assertThat(run).completed();
        assertThat(installation.rows("SELECT COUNT(*) FROM landing_segment WHERE state <> 'STAGED'"))
                .containsExactly("0");
        assertThat(installation.rows("SELECT COUNT(*) FROM landing_segment")).containsExactly(String.valueOf(files()));
    }

    private static void addTo(List<Source> sources, String list) throws IOException {
        for (String line : Files.readAllLines(RESOURCES.resolve(list))) {
            String[] columns = line.split(",");
            if (!columns[0].equals("glob")) {
                String name = "s%02d-%s".formatted(sources.size(), columns[1]);
                String account = list.contains("social") ? columns[2] : "@acme";
                sources.add(new Source(name, columns[0], columns[1], account));
            }
        }
    }

    private Installation with(List<Source> sources) {
        Installation installation = Installation.onH2(home);
        sources.forEach(it -> installation.file("jobs/sources/" + it.name() + ".yaml", it.yaml()));
        String names = sources.stream().map(Source::name).collect(Collectors.joining(", "));
        return installation.file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [" + names + "]\n");
    }

    /** Files that are hidden or half-written are none. */
    private static long files() throws IOException {
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> !it.getParent().equals(SAMPLES))
                    .filter(it -> !it.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    private static int sum(Ended run, String count) {
        return run.json()
                .path("sources")
                .valueStream()
                .mapToInt(it -> it.path(count).asInt())
                .sum();
    }

    private static void print(Ended run, List<Source> sources, Installation installation) {
        Map<String, JsonNode> counts = run.json()
                .path("sources")
                .valueStream()
                .collect(Collectors.toMap(it -> it.path("source").asString(), it -> it));
        Map<String, String> files =
                byFirstColumn(installation.rows("SELECT source, COUNT(*) FROM landing_segment GROUP BY source"));
        System.out.printf("files  read   new  upd   dup filtered quarantined  mapping and files%n");
        for (Source it : sources) {
            JsonNode of = counts.get(it.name());
            System.out.printf(
                    "%5s %5d %5d %4d %5d %8d %11d  %s %s%n",
                    files.get(it.name()),
                    of.path("read").asInt(),
                    of.path("new").asInt(),
                    of.path("updated").asInt(),
                    of.path("duplicate").asInt(),
                    of.path("filtered").asInt(),
                    of.path("quarantined").asInt(),
                    it.mapping(),
                    it.glob());
        }
        installation
                .rows("SELECT source, COUNT(*), code, message FROM quarantined_record GROUP BY source, code, message"
                        + " ORDER BY source, code")
                .forEach(System.out::println);
    }

    private static Map<String, String> byFirstColumn(List<String> rows) {
        Map<String, String> columns = new TreeMap<>();
        rows.forEach(row -> columns.put(row.split(" \\| ")[0], row.split(" \\| ")[1]));
        return columns;
    }
}
