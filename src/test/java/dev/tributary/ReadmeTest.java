package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.cli.CommandFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the README says is so. */
class ReadmeTest {

    private static final String README = read(Path.of("README.md"));
    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);

    private static final String INTERACTIONS = """
            SELECT i.native_id, i.type, i.direction, author.name, i.conversation_id, i.in_reply_to,
                   CASE WHEN i.deleted_at IS NOT NULL THEN 'deleted' WHEN i.edited_at IS NOT NULL THEN 'edited' ELSE '' END,
                   REPLACE(i.body, CHAR(10), ' / ')
            FROM interaction i LEFT JOIN participant author ON author.id = i.author_id
            ORDER BY i.native_id
            """;

    @TempDir
    Path home;

    static Stream<String> commands() {
        return blocks("").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("tributary "))
                .map(line -> line.split(" {2,}")[0]);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsOneThatTributaryKnows(String command) {
        CommandLine commandLine = CommandFactory.commandLine((home, definitions, settings) -> {
            throw new AssertionError("nothing is to be started");
        });
        List<String> words = new ArrayList<>();
        for (String word : command.substring("tributary ".length()).split("[ \\[\\]]+")) {
            if (!word.isEmpty()) {
                words.add(
                        word.equals("N") || word.equals("RUN")
                                ? "7"
                                : word.equals("D") ? "2026-05-31" : word.replace(",…", ""));
            }
        }

        assertThat(commandLine.parseArgs(words.toArray(String[]::new)).subcommand())
                .isNotNull();
    }

    @Test
    void theCommandsAreAllThatThereAre() {
        assertThat(commands().map(command -> command.split(" ")[1]).distinct())
                .containsExactlyInAnyOrderElementsOf(CommandFactory.commandLine((home, definitions, settings) -> {
                            throw new AssertionError("nothing is to be started");
                        })
                        .getSubcommands()
                        .keySet());
    }

    @Test
    void theNightOfTheSamplesComesOutAsShown() {
        CommandLineRun.Ended night = CommandLineRun.in(home).tributary("sync");

        String excerpt = blocks("").stream()
                .filter(block -> block.startsWith("nightly-sync for"))
                .findFirst()
                .orElseThrow();
        assertThat(night.exitCode()).isZero();
        assertThat(excerpt.lines()
                        .skip(1)
                        .filter(line -> !line.isBlank() && !line.equals("…") && !line.startsWith("Report")))
                .hasSizeGreaterThan(6)
                .allSatisfy(line -> assertThat(night.out().lines()).contains(line));
    }

    @Test
    void theSourceAndTheJobThatItShowsAreRight() throws IOException {
        for (String yaml : blocks("yaml")) {
            write(yaml.lines().findFirst().orElseThrow().substring("# ".length()), yaml);
        }
        write("mappings/x-v2.jsonata", read(Path.of("mappings/x-v2.jsonata")));
        write("mappings/trailtalk.jsonata", blocks("jsonata").get(1));

        CommandLineRun.Ended checked = CommandLineRun.in(home).tributary("validate");

        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).startsWith("All right: 1 jobs, 2 sources");
    }

    @Test
    void theMistakeThatItShowsReadsAsShown() throws IOException {
        String shown = blocks("").stream()
                .filter(block -> block.startsWith("jobs/sources/x-mentions.yaml:"))
                .findFirst()
                .orElseThrow()
                .strip();
        Files.createDirectories(home.resolve("jobs/sources"));
        String source = blocks("yaml").stream()
                .filter(block -> block.startsWith("# jobs/sources/x-mentions.yaml"))
                .findFirst()
                .orElseThrow()
                .replace("kind: http ", "kind: ftp ")
                .replaceFirst("# jobs.*\n", "");
        Files.writeString(home.resolve("jobs/sources/x-mentions.yaml"), source);

        CommandLineRun.Ended refused = CommandLineRun.in(home).tributary("sync");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip()).isEqualTo(shown);
    }

    @Test
    void theGuestBookThatItShowsComesIn() throws IOException {
        Files.createDirectories(home.resolve("jobs/sources"));
        Files.createDirectories(home.resolve("mappings"));
        Files.createDirectories(home.resolve("drop"));
        Files.writeString(
                home.resolve("mappings/guest-book.jsonata"), blocks("jsonata").get(0));
        Files.writeString(home.resolve("jobs/sources/guest-book.yaml"), """
                source: guest-book
                channel: guest-book
                account: hotel
                zone: Europe/Berlin
                extract: { kind: file, path: "drop/*.csv" }
                mapping: guest-book
                """);
        Files.writeString(home.resolve("jobs/nightly-sync.yaml"), "job: nightly-sync\nsources: [guest-book]\n");
        Files.writeString(
                home.resolve("drop/book.csv"),
                "entry_id,written,name,email,entry\n1,31.05.2026 18:20,Ada,ada@example.org,We will come again!\n");

        CommandLineRun.Ended night = CommandLineRun.in(home).tributary("--json", "sync");

        assertThat(night.err()).isEmpty();
        assertThat(night.json().at("/sources/0/new").asInt()).isEqualTo(1);
        assertThat(night.json().at("/people/unmatched").asInt()).isEqualTo(1);
    }

    @Test
    void theChannelThatItShowsIsShortAndComesIn() throws IOException {
        String source = blocks("yaml").stream()
                .filter(yaml -> yaml.contains("source: trailtalk"))
                .findFirst()
                .orElseThrow();
        String mapping = blocks("jsonata").get(1);
        write("jobs/sources/trailtalk.yaml", source);
        write("mappings/trailtalk.jsonata", mapping);
        write("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [trailtalk]\n");
        write("drop/trailtalk/2026-05-06.json", blocks("json").get(0));
        Installation installation = Installation.onH2(home);
        CommandLineRun.Ended night = installation.tributary("--json", "sync");

        assertThat(source.lines().count() + mapping.lines().count()).isLessThanOrEqualTo(60);
        assertThat(night.err()).isEmpty();
        assertThat(night.json().at("/sources/0/new").asInt()).isEqualTo(4);
        assertThat(night.json().at("/sources/0/filtered").asInt()).isEqualTo(1);
        assertThat(night.json().at("/sources/0/quarantined").asInt()).isZero();
        assertThat(installation.rows(INTERACTIONS))
                .containsExactly(
                        "9001 | REVIEW | INBOUND | Anna Berger | 9001 | null | edited"
                                + " | The zip gave up in its first night. / Rain & wind, of course.",
                        "9002 | REPLY | OUTBOUND | Mia | 9001 | 9001 |  | Anna, a new zip is on its way. Mia",
                        "9003 | REPLY | INBOUND | Anna Berger | 9001 | 9002 |  | That was quick, thank you!",
                        "9004 | null | null | null | null | null | deleted | null");
    }

    @Test
    void theTableOfChannelsIsWhatTheHeadersSay() {
        Matcher table = Pattern.compile("<!-- channels -->\\n(.*)\\n<!-- /channels -->", Pattern.DOTALL)
                .matcher(README);

        assertThat(table.find()).isTrue();
        assertThat(table.group(1).strip())
                .as("tributary source list --table")
                .isEqualTo(CommandLineRun.in(Path.of("."))
                        .tributary("source", "list", "--table")
                        .out()
                        .strip()
                        .replace(System.lineSeparator(), "\n"));
    }

    @Test
    void everySourceThatItsCompanionShowsIsRight() throws IOException {
        List<String> sources = blocks(read(Path.of("src/docs/sources.md")), "yaml").stream()
                .filter(yaml -> yaml.startsWith("# jobs/"))
                .toList();
        for (String yaml : sources) {
            write(yaml.lines().findFirst().orElseThrow().substring("# ".length()), yaml);
        }
        String names = sources.stream()
                .map(yaml -> yaml.lines().skip(1).findFirst().orElseThrow().substring("source: ".length()))
                .collect(Collectors.joining(", "));
        write("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [" + names + "]\n");

        CommandLineRun.Ended checked = CommandLineRun.in(home).tributary("validate");

        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).startsWith("All right: 1 jobs, " + sources.size() + " sources");
    }

    @Test
    void everyFileThatItNamesIsThere() {
        Matcher link = Pattern.compile("\\]\\(((?!http)[^)]+)\\)").matcher(README);
        List<String> files = new ArrayList<>();
        while (link.find()) {
            files.add(link.group(1).replaceFirst("#.*", ""));
        }
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
        assertThat(Stream.of("ops/bin/tributary", "ops/bench/run", "sql/audit", "src/adr", "mappings/samples"))
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> blocks(String language) {
        return blocks(README, language);
    }

    private static List<String> blocks(String document, String language) {
        Matcher block = BLOCK.matcher(document);
        List<String> found = new ArrayList<>();
        while (block.find()) {
            if (block.group(1).equals(language)) {
                found.add(block.group(2));
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
