package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this machine that administrators use. Without it a test that asks is skipped. */
record Tool(String name) {

    private static final int PATIENCE_MINUTES = 10;

    /** What it ended with; both its outputs in the order in which they came. */
    record Said(int exitCode, String text) {

        /** @return what it said */
        String well() {
            assertThat(exitCode).as(text).isZero();
            return text;
        }
    }

    static Tool named(String name) {
        assumeTrue(isHere(name), name + " is not installed");
        return new Tool(name);
    }

    /** Docker, where its daemon answers; {@code -Drequire=docker} makes its absence a failure. */
    static Tool docker() {
        boolean answers = isHere("docker") && new Tool("docker").run("info").exitCode == 0;
        if (!answers && "docker".equals(System.getProperty("require"))) {
            fail("Docker is required (-Drequire=docker) and does not answer");
        }
        assumeTrue(answers, "Docker does not answer");
        return new Tool("docker");
    }

    private static boolean isHere(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    Said run(String... arguments) {
        return run(List.of(arguments));
    }

    Said run(List<String> arguments) {
        try {
            Path said = Files.createTempFile("said", ".txt");
            List<String> line = new ArrayList<>(List.of(name));
            line.addAll(arguments);
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            String text = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return ended ? new Said(process.exitValue(), text) : fail(name + " does not end:\n" + text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
