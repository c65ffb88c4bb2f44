package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.crash.TributaryProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that operators start. */
@Tag("slow")
class LauncherTest {

    private static final Path SCRIPT = Path.of("ops/bin/tributary").toAbsolutePath();
    private static final String WHEREVER_JAVA_IS = "";

    @TempDir
    private Path folder;

    @Test
    void startsTheProgramOfItsRepositoryWithTheArgumentsAsTheyAre() throws IOException {
        assumeTrue(Files.exists(Path.of("target/tributary.jar")), "the jar is not packed yet");
        Path link = Files.createSymbolicLink(folder.resolve("tributary"), SCRIPT);
        Path home = Files.createDirectory(folder.resolve("a home"));

        TributaryProcess.Ended ended = run(link, WHEREVER_JAVA_IS, Map.of(), "--home", home.toString(), "validate");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("All right: ");
    }

    @Test
    void handsOurOptionsOverToJava() throws IOException {
        Path jar = Files.createFile(folder.resolve("a program.jar"));
        Map<String, String> environment = Map.of("TRIBUTARY_JAR", jar.toString(), "JAVA_OPTS", "-Xmx1g -Dx=y");

        TributaryProcess.Ended ended = run(SCRIPT, java("17.0.9"), environment, "sync", "two words");

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(3);
        assertThat(ended.out().lines())
                .containsExactly(
                        "-XX:MaxInlineLevel=9",
                        "-XX:FreqInlineSize=150",
                        "-XX:Tier4InvocationThreshold=25000",
                        "-XX:Tier4MinInvocationThreshold=3000",
                        "-XX:Tier4CompileThreshold=75000",
                        "-XX:Tier4BackEdgeThreshold=200000",
                        "-XX:+UseParallelGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Duser.timezone=UTC",
                        "-Xmx1g",
                        "-Dx=y",
                        "-jar",
                        jar.toString(),
                        "sync",
                        "two words");
    }

    @ParameterizedTest(name = "tributary {0}")
    @CsvSource({
        "'', true",
        "--home h status, true",
        "user list, true",
        "serve --probe, true",
        "--json sync nightly-sync, false",
        "serve, false",
        "quarantine replay, false"
    })
    void leavesOutTheSecondCompilerWhereItWouldNotPay(String command, boolean leavesOut) throws IOException {
        Path jar = Files.createFile(folder.resolve("tributary.jar"));

        TributaryProcess.Ended ended =
                run(SCRIPT, java("17.0.9"), Map.of("TRIBUTARY_JAR", jar.toString()), command.split(" "));

        assertThat(ended.out().contains("-XX:TieredStopAtLevel=1\n")).isEqualTo(leavesOut);
    }

    @Test
    void usesTheArchiveOfClassesThatTheSameJavaMade() throws IOException {
        Path jar = Files.createFile(folder.resolve("tributary.jar"));
        Path archive = Files.createFile(folder.resolve("tributary.jsa"));
        Files.writeString(folder.resolve("tributary.jsa.java"), "openjdk version \"17.0.9\"\n");
        Map<String, String> environment = Map.of("TRIBUTARY_JAR", jar.toString());

        assertThat(run(SCRIPT, java("17.0.9"), environment, "sync").out().lines())
                .containsSubsequence(
                        "-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-jar", jar.toString(), "sync");
        assertThat(run(SCRIPT, java("17.0.10"), environment, "sync").out())
                .doesNotContain("-XX:SharedArchiveFile")
                .contains(jar.toString());
    }

    @Test
    void prefersTheJarBesideIt() throws IOException {
        Path copy = Files.copy(SCRIPT, folder.resolve("tributary"));
        Path jar = Files.createFile(folder.toRealPath().resolve("tributary.jar"));
        assertThat(run(copy, java("21"), Map.of()).out()).contains(jar.toString());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Path copy = Files.copy(SCRIPT, folder.resolve("tributary"));
        assertSays("tributary.jar is missing; build it", run(copy, WHEREVER_JAVA_IS, Map.of()));
        assertSays("there is no file /none.jar", run(copy, WHEREVER_JAVA_IS, Map.of("TRIBUTARY_JAR", "/none.jar")));
        Map<String, String> jar = Map.of("TRIBUTARY_JAR", copy.toString());
        assertSays("there is no Java in /nowhere", run(copy, "/nowhere", jar));
        assertSays("Java 17 or later is needed", run(copy, java("1.8.0_402"), jar));
    }

    private static void assertSays(String what, TributaryProcess.Ended ended) {
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).startsWith("tributary: " + what).hasLineCount(1);
        assertThat(ended.out()).isEmpty();
    }

    /** A Java of a version that only says what it is asked to do. */
    private String java(String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                [ "$1" = -version ] && { echo 'openjdk version "%s"' >&2; exit 0; }
                printf '%%s\\n' "$@"
                exit 3
                """.formatted(version));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve("java").toString();
    }

    private static TributaryProcess.Ended run(
            Path script, String javaHome, Map<String, String> environment, String... arguments) {
        List<String> line = Stream.concat(Stream.of("/bin/sh", script.toString()), Stream.of(arguments))
                .toList();
        Map<String, String> all = new java.util.TreeMap<>(environment);
        all.put("JAVA_HOME", javaHome);
        try (TributaryProcess process = TributaryProcess.started(line, all)) {
            return process.end();
        }
    }
}
