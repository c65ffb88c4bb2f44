package dev.tributary;

import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
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
    private static final Path LISTS = Path.of("src/test/resources/real-payloads");
    private static final Path REASONS = Path.of("src/test/resources/identifiers-not-taken");
    private static final Path MAPPINGS = Path.of("mappings/samples");

    /** The beginning of a list's name, to look at that one alone: {@code -Dtributary.lists=telephone}. */
    private static final String ONLY = System.getProperty("tributary.lists", "");

    /** Whatever lies in a folder, given to a mapping that may know none of it. */
    private static final List<String> ANY = List.of("x-v2", "facebook-graph", "wechat-push", "email", "zendesk-csv");

    @TempDir
    Path home;

    /** Files of others, and how a user would declare them: as the example beside the mapping does, but from a drop folder. */
    private record Source(String name, String glob, String mapping, String account, String options) {

        private String folder() {
            return glob.substring(0, glob.indexOf('/'));
        }

        private String yaml() {
            String example = text(MAPPINGS.resolve(mapping).resolve("source.yaml"));
            String path = "path: \"" + SAMPLES.resolve(glob) + "\"";
            String extract = example.contains("kind: file")
                    ? example.replaceFirst("path: \"[^\"]*\"", Matcher.quoteReplacement(path))
                    : example.replaceFirst(
                            "(?s)extract:.*?(?=\n\\w|$)",
                            Matcher.quoteReplacement("extract: { kind: file, " + path + " }"));
            return extract.replaceFirst("source: .*", "source: " + name)
                    .replaceFirst("(?m)^channel: .*", "channel: " + name)
                    .replaceFirst("(?m)^account: .*", "account: \"" + account + "\"")
                    .concat(options.isEmpty() ? "" : "options: { " + options + " }\n");
        }
    }

    @BeforeAll
    static void skipWithoutThem() {
        assumeTrue(Files.isDirectory(SAMPLES));
    }

    @Test
    void bringsInNearlyEveryMessageThatOthersRecorded() {
        List<Source> sources = lists();
        Installation installation = with(sources);

        Ended run = installation.tributary("--json", "sync", "--date", "2026-05-31");
        print(run, sources, installation);
        assertThat(run).completed();
        assertThat(run.json().path("sources"))
                .hasSameSizeAs(sources)
                .allSatisfy(it -> assertThat(it.path("read").asInt())
                        .as(it.path("source").asString())
                        .isPositive());
        int messages = sum(run, "read") - sum(run, "filtered");
        assertThat(messages).isPositive();
        assertThat(sum(run, "quarantined")).as("of %d messages", messages).isLessThanOrEqualTo(messages / 100);
        assertThat(installation.rows("SELECT COUNT(*) FROM quarantined_record WHERE message = ''"))
                .containsExactly("0");

        Ended again = installation.tributary("--json", "sync", "--date", "2026-05-31", "--restage");
        assertThat(again).completed();
        assertThat(sum(again, "read")).isEqualTo(sum(run, "read"));
        assertThat(sum(again, "new") + sum(again, "updated")).isZero();
    }

    @Test
    void comesToItsEndWhateverTheFilesHold() throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> folders = Files.list(SAMPLES).filter(Files::isDirectory)) {
            folders.map(it -> it.getFileName().toString()).sorted().forEach(folder -> {
                String mapping = ANY.get(sources.size() % ANY.size());
                sources.add(new Source(folder, folder + "/**", mapping, "@acme", ""));
            });
        }
        Installation installation = with(sources);
        Ended run = installation.tributary("--json", "sync", "--date", "2026-05-31");
        print(run, sources, installation);
        assertThat(run).completed();
        assertThat(installation.rows("SELECT COUNT(*) FROM landing_segment WHERE state <> 'STAGED'"))
                .containsExactly("0");
        assertThat(installation.rows("SELECT COUNT(*) FROM landing_segment")).containsExactly(String.valueOf(files()));
    }

    /** Patterns of {@code FILE MAPPING FIELD}: a folder stands for every file below it. */
    private static List<String> reasons() {
        try (Stream<Path> lists = Files.list(REASONS)) {
            return lists.flatMap(list -> text(list).lines().skip(1))
                    .map(line -> line.split(",", 4))
                    .map(columns -> columns[0] + "(/.*)? " + columns[1] + " " + columns[2])
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<Source> lists() {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> lists = Files.list(LISTS)) {
            lists.filter(list -> list.getFileName().toString().startsWith(ONLY))
                    .sorted()
                    .flatMap(list -> text(list).lines().skip(1))
                    .forEach(line -> {
                        String[] columns = line.split(",", 4);
                        sources.add(new Source(
                                "s%03d".formatted(sources.size()),
                                columns[0],
                                columns[1],
                                columns[2],
                                columns.length > 3 ? columns[3] : ""));
                    });
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return sources;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Installation with(List<Source> sources) {
        Installation installation = Installation.onH2(home);
        sources.forEach(it -> installation.file("jobs/sources/" + it.name() + ".yaml", it.yaml()));
        String names = sources.stream().map(Source::name).collect(Collectors.joining(", "));
        return installation.file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [" + names + "]\n");
    }

    /**
     * Whatever looks like an address or a number anywhere in a payload is an identifier of somebody, or is listed with the field
     * that it stands in and the reason why it is none.
     */
    @Test
    void findsTheIdentifiersThatAPlainSearchFinds() {
        List<Source> sources = lists();
        Installation installation = with(sources);
        assertThat(installation.tributary("--json", "sync", "--date", "2026-05-31"))
                .completed();
        Set<String> known = new HashSet<>(
                installation.rows(
                        "SELECT CONCAT(p.channel, ' ', i.value_text) FROM participant p"
                                + " JOIN participant_identifier i ON i.participant_id = p.id WHERE i.type IN ('EMAIL', 'PHONE')"));
        Map<String, Integer> missed = new TreeMap<>();
        Set<String> unexplained = new TreeSet<>();
        List<String> reasons = reasons();
        int found = 0;
        for (Source source : sources) {
            for (PlainSearch.Find it : PlainSearch.in(SAMPLES, source.glob(), source.mapping())) {
                if (known.contains(source.name() + " " + it.identifier())) {
                    found++;
                } else {
                    String field = " " + source.mapping() + " " + it.field();
                    missed.merge(source.folder() + field, 1, Integer::sum);
                    if (reasons.stream().noneMatch((it.file() + field)::matches)) {
                        unexplained.add(it.file() + field);
                    }
                }
            }
        }
        System.out.printf("%d identifiers found as a plain search does; not taken, by field:%n", found);
        missed.forEach((field, count) -> System.out.printf("%5d %s%n", count, field));
        assertThat(unexplained).isEmpty();
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
        Map<String, List<Source>> folders =
                sources.stream().collect(Collectors.groupingBy(Source::folder, TreeMap::new, Collectors.toList()));
        System.out.printf("files  read   new  upd   dup filtered quarantined  folder%n");
        folders.forEach((folder, of) -> System.out.printf(
                "%5d %5d %5d %4d %5d %8d %11d  %s%n",
                of.stream()
                        .mapToInt(it -> Integer.parseInt(files.getOrDefault(it.name(), "0")))
                        .sum(),
                sum(of, counts, "read"),
                sum(of, counts, "new"),
                sum(of, counts, "updated"),
                sum(of, counts, "duplicate"),
                sum(of, counts, "filtered"),
                sum(of, counts, "quarantined"),
                folder));
        installation
                .rows("SELECT source, COUNT(*), code, message FROM quarantined_record GROUP BY source, code, message"
                        + " ORDER BY source, code")
                .forEach(System.out::println);
    }

    private static int sum(List<Source> sources, Map<String, JsonNode> counts, String outcome) {
        return sources.stream()
                .mapToInt(it -> counts.get(it.name()).path(outcome).asInt())
                .sum();
    }

    private static Map<String, String> byFirstColumn(List<String> rows) {
        Map<String, String> columns = new TreeMap<>();
        rows.forEach(row -> columns.put(row.split(" \\| ")[0], row.split(" \\| ")[1]));
        return columns;
    }
}
