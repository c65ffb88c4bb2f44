package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ops/env/example.env} shows each setting, and none that nobody reads. */
class SettingsTest {

    private static final List<String> OF_THE_LAUNCHER = List.of("JAVA_HOME", "JAVA_OPTS", "TRIBUTARY_JAR");
    private static final List<String> OF_THE_COMMAND_LINE = List.of("TRIBUTARY_HOME");
    private static final List<String> OF_A_SOURCE = List.of("X_BEARER_TOKEN");

    @TempDir
    private Path folder;

    @Test
    void showsEverySettingOfOurOwn() throws IOException {
        List<String> shown = Settings.shown();
        assertThat(Settings.own())
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(shown)
                        .as("ops/env/example.env lacks " + it)
                        .anyMatch(there -> there.equals(it) || there.startsWith(it + "_")));
    }

    @Test
    void showsNoneThatNobodyReads() throws IOException {
        Set<String> own = Settings.own();
        String launcher = Files.readString(Path.of("ops/bin/tributary"));
        assertThat(OF_THE_LAUNCHER).allSatisfy(it -> assertThat(launcher).contains("${" + it + ":-}"));
        assertThat(Settings.shown())
                .doesNotHaveDuplicates()
                .filteredOn(it -> !OF_THE_LAUNCHER.contains(it))
                .filteredOn(it -> !OF_THE_COMMAND_LINE.contains(it) && !OF_A_SOURCE.contains(it))
                .filteredOn(it -> own.stream().noneMatch(ours -> it.equals(ours) || it.startsWith(ours + "_")))
                .allSatisfy(
                        it -> assertThat(Settings.isKnownToSpring(it)).as(it).isTrue());
    }

    @Test
    void saysASentenceBeforeEach() throws IOException {
        List<String> lines = Files.readAllLines(Settings.EXAMPLE);
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).matches("#?[A-Z][A-Z0-9_]*=.*")) {
                assertThat(lines.get(line - 1)).as(lines.get(line)).matches("# [^-].*[.,;:]");
            }
        }
    }

    @Test
    void isReadByAShellWithEveryLineInUse() throws IOException {
        String all = Files.readString(Settings.EXAMPLE).replaceAll("(?m)^#(?=[A-Z])", "");
        Path file = Files.writeString(folder.resolve("tributary.env"), all);

        String read = Tool.named("sh")
                .run("-c", "set -a; . " + file + "; echo $TRIBUTARY_INBOX_LARGESTREQUEST $TRIBUTARY_HOME")
                .well();

        assertThat(read.strip()).isEqualTo("4MB /var/lib/tributary");
    }
}
