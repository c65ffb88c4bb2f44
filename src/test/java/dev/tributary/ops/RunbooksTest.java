package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tributary.cli.CommandFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a runbook says to do at three in the morning can be done. */
class RunbooksTest {

    private static final Path FOLDER = Path.of("ops/runbooks");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern FILE = Pattern.compile("`((?:ops|sql|src)/[\\w./-]+)`");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +runbook: (\\S+)$");
    private static final Pattern INLINE = Pattern.compile("`tributary ([a-z]+)");

    static List<Path> pages() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Stream<String> commands() {
        return pages().stream()
                .flatMap(page -> found(BLOCK, page))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("tributary "))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsOneThatTributaryKnows(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.substring("tributary ".length()));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        assertThatCode(() -> commandLine().parseArgs(words.toArray(String[]::new)))
                .as(command)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandInTheTextAndEveryFileIsThere(Path page) {
        assertThat(found(INLINE, page))
                .isSubsetOf(commandLine().getSubcommands().keySet());
        assertThat(found(FILE, page))
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
        assertThat(found(LINK, page))
                .allSatisfy(link -> assertThat(FOLDER.resolve(link)).exists());
    }

    @Test
    void everyAlertNamesAPageThatIsThere() {
        assertThat(found(ALERT, Path.of("ops/alerts/tributary.rules.yaml")))
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(Path.of(page)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageSaysWhatItMeansWhatMendsItAndWhomToTell(Path page) throws IOException {
        if (!page.endsWith("README.md")) {
            assertThat(Files.readString(page)).contains("**You see**", "**It means**", "## Check", "**Tell**");
        }
    }

    @Test
    void theListNamesEveryPage() {
        assertThat(found(LINK, FOLDER.resolve("README.md")))
                .containsExactlyInAnyOrderElementsOf(pages().stream()
                        .map(page -> page.getFileName().toString())
                        .filter(name -> !name.equals("README.md"))
                        .toList());
    }

    private static picocli.CommandLine commandLine() {
        return CommandFactory.commandLine((home, definitions, settings) -> {
            throw new AssertionError("nothing is to be started");
        });
    }

    private static Stream<String> found(Pattern pattern, Path page) {
        try {
            return pattern.matcher(Files.readString(page)).results().map(it -> it.group(1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
