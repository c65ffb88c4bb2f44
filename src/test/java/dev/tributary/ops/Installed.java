package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.crash.TributaryProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder that {@code ops/bin/install} installed the packed program into, once for all tests of this JVM. */
final class Installed {

    private static final Path SCRIPT = Path.of("ops/bin/install").toAbsolutePath();
    private static Path folder = Path.of("");

    private Installed() {}

    /** The folder. Where the jar is not packed yet the test that asks is skipped. */
    static synchronized Path folder() {
        if (folder.toString().isEmpty()) {
            assumeTrue(Files.exists(Path.of("target/tributary.jar")), "the jar is not packed yet");
            Path into = Path.of("target/installed").toAbsolutePath();
            // A run with these settings would fail: what is installed has to know nothing of them.
            TributaryProcess.Ended ended =
                    into(into, Map.of("SPRING_DATASOURCE_URL", "jdbc:mysql://nowhere.invalid/x"));
            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(ended.err()).isEmpty();
            folder = into;
        }
        return folder;
    }

    static TributaryProcess.Ended into(Path folder, Map<String, String> environment) {
        try (TributaryProcess process =
                TributaryProcess.started(List.of("/bin/sh", SCRIPT.toString(), folder.toString()), environment)) {
            return process.end();
        }
    }
}
