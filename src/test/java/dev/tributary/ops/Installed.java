package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
            String said = into(into, "SPRING_DATASOURCE_URL=jdbc:mysql://nowhere.invalid/x")
                    .well();
            assertThat(said).startsWith("Tributary is installed: ").hasLineCount(1);
            folder = into;
        }
        return folder;
    }

    /** @param environment variables such as {@code NAME=value} */
    static Tool.Said into(Path folder, String... environment) {
        List<String> line = new ArrayList<>(List.of(environment));
        line.addAll(List.of("/bin/sh", SCRIPT.toString(), folder.toString()));
        return Tool.named("env").run(line);
    }
}
