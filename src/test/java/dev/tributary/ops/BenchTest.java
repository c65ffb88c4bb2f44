package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.crash.TributaryProcess;
import dev.tributary.testing.MySql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ops/bench/run} starts when Tributary is installed and MySQL answers. */
@Tag("slow")
class BenchTest {

    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    private static final String CLASSES = System.getProperty("java.class.path");

    @Test
    void measuresAgainstTheFloorAndTellsItInATable(@TempDir Path scratch) throws IOException {
        Files.createSymbolicLink(scratch.resolve("tributary"), Installed.folder());
        MySql.Database database = MySql.emptyDatabase();
        Map<String, String> settings = new TreeMap<>(Map.of(
                "BENCH_URL", database.url().replaceFirst("[^/]*$", ""),
                "BENCH_USER", database.user(),
                "BENCH_PASSWORD", database.password(),
                "JAVA_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1"));

        TributaryProcess.Ended ended = TributaryProcess.started(
                        List.of(JAVA, "-cp", CLASSES, "ops/bench/Bench.java", scratch.toString(), "500"), settings)
                .end();

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(it -> it.startsWith("| 500 |")))
                .hasSize(8)
                .allMatch(it -> it.matches(
                        "\\| 500 \\| [^|]+ \\| [\\d.]+ \\| [\\d.]* \\| [\\d,]* \\| [\\d,]+ \\| [\\d.]+ \\|"));
        assertThat(ended.out())
                .contains(
                        "first sync",
                        "the same files again",
                        "restage of all",
                        "1 % new |",
                        "1 % new, in a server that runs",
                        "1,000 new, in a server that runs",
                        "-Xmx512m");
    }
}
