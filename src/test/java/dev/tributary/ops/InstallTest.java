package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.crash.TributaryProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ops/bin/install} puts into a folder. */
@Tag("slow")
class InstallTest {

    @TempDir
    private Path folder;

    @Test
    void startsByTheArchiveOfClassesAndAnswersAsEver() throws IOException {
        Path log = folder.resolve("classes.log");

        TributaryProcess.Ended ended =
                tributary(Installed.folder(), Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + log), "validate");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("All right: ").hasLineCount(1);
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains(" dev.tributary.Tributary ") || line.contains("CommandFactory "))
                .hasSize(2)
                .allMatch(line -> line.endsWith("shared objects file (top)"));
    }

    @Test
    void startsWithoutTheArchiveWhereTheProgramIsAnother() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String file : List.of("tributary", "tributary.jar", "tributary.jsa", "tributary.jsa.java")) {
            Files.copy(Installed.folder().resolve(file), copy.resolve(file));
        }
        Files.createSymbolicLink(copy.resolve("lib"), Installed.folder().resolve("lib"));

        TributaryProcess.Ended ended = tributary(copy, Map.of(), "validate");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("All right: ").hasLineCount(1);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void keepsOffAFolderThatHoldsSomethingElse() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Anna");

        Tool.Said refused = Installed.into(folder);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text())
                .contains("holds something else; name an empty folder")
                .hasLineCount(1);
        assertThat(letter).hasContent("Dear Anna");
        assertThat(folder).isDirectoryContaining(letter::equals).isDirectoryNotContaining("glob:**.jar");
    }

    private TributaryProcess.Ended tributary(Path installed, Map<String, String> environment, String... arguments) {
        Stream<String> line = Stream.concat(
                Stream.of(
                        installed.resolve("tributary").toString(),
                        "--home",
                        folder.resolve("home").toString()),
                Stream.of(arguments));
        try (TributaryProcess process = TributaryProcess.started(line.toList(), environment)) {
            return process.end();
        }
    }
}
