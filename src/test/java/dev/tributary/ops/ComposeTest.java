package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image, and what {@code compose.yaml} makes of it, really built and started: MySQL, its users, the tables, a night and the
 * server. The base is the one image that is here for certain, with the Java of these tests; Prometheus and Grafana are only read.
 */
@Tag("slow")
class ComposeTest {

    private static final String BASE = "tributary-base:tested";
    private static final String IMAGE = "tributary:tested";
    private static final String SERVING = "tributary-serving";
    private static final List<String> LOCKED = List.of(
            "run",
            "--rm",
            "--read-only",
            "--tmpfs",
            "/tmp",
            "--cap-drop",
            "ALL",
            "--security-opt",
            "no-new-privileges");

    @TempDir
    private static Path folder;

    private static Tool docker = new Tool("docker");

    @BeforeAll
    static void theImageIsBuilt() throws IOException {
        assumeTrue(Files.exists(Path.of("target/tributary.jar")), "the jar is not packed yet");
        docker = Tool.docker();
        Path base = Files.createDirectory(folder.resolve("base"));
        Tool.named("tar")
                .run(
                        "-chf",
                        base.resolve("java.tar").toString(),
                        "--exclude=./jmods",
                        "--exclude=src.zip",
                        "-C",
                        System.getProperty("java.home"),
                        ".")
                .well();
        Files.writeString(base.resolve("Dockerfile"), """
                FROM mysql:9.7
                ADD java.tar /opt/java/
                ENV JAVA_HOME=/opt/java
                """);
        docker.run("build", "-t", BASE, base.toString()).well();
        docker.run("build", "--build-arg", "BASE=" + BASE, "-f", "ops/Dockerfile", "-t", IMAGE, ".")
                .well();
    }

    @AfterAll
    static void nothingIsLeft() {
        docker.run("rmi", IMAGE, BASE);
    }

    @Test
    void runsANightAsNobodySpecialOnARootThatIsReadOnly() {
        String user =
                docker.run("run", "--rm", "--entrypoint", "id", IMAGE, "-u").well();
        assertThat(user.strip()).isEqualTo("10001");

        List<String> night = new ArrayList<>(LOCKED);
        night.addAll(List.of(IMAGE, "sync"));
        assertThat(docker.run(night).well()).contains("COMPLETED (run 1").doesNotContain("[warning]");
    }

    @Test
    void startsFromNothingWithAUserOfItsOwnForEachTask() throws IOException {
        Stack stack = new Stack(Tool.named("docker-compose"), copy());
        try {
            String services = stack.run("config", "--services").well();
            assertThat(services.lines())
                    .contains("mysql", "grants", "migrate", "grants-crm", "tributary", "prometheus", "grafana");

            assertThat(stack.run("run", "--rm", "-T", "tributary", "sync").well())
                    .contains("COMPLETED (run 1");
            stack.run("run", "--rm", "-T", "grants-crm").well();
            assertThat(stack.mysql("tributary_crm", "SELECT COUNT(*) > 50 FROM crm_timeline"))
                    .isEqualTo("1");
            assertThat(stack.mysql("tributary_crm", "SELECT COUNT(*) FROM interaction"))
                    .contains("denied");

            stack.run("run", "-d", "--name", SERVING, "tributary").well();
            assertThat(isServing()).isTrue();
            docker.run("stop", "-t", "40", SERVING).well();
            assertThat(docker.run("inspect", "-f", "{{.State.ExitCode}}", SERVING)
                            .well()
                            .strip())
                    .isEqualTo("143");
        } finally {
            docker.run("rm", "-f", SERVING);
            stack.run("down", "-v");
        }
    }

    private static boolean isServing() {
        for (int tries = 0; tries < 240; tries++) {
            if (docker.run("logs", SERVING).text().contains("Listening at ")) {
                return true;
            }
            sleep();
        }
        return false;
    }

    private static void sleep() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The folder {@code ops} with the secrets of a try, and the image that was built. */
    private static Path copy() throws IOException {
        Path ops = folder.resolve("ops");
        try (Stream<Path> files = Files.walk(Path.of("ops"))) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Files.createDirectories(ops.resolve("secrets"));
        for (String secret : List.of("mysql_migrate", "mysql_app", "mysql_crm", "metrics_token", "grafana_admin")) {
            Files.writeString(ops.resolve("secrets").resolve(secret), "it's \\ the " + secret + "\n");
        }
        Files.writeString(ops.resolve("secrets/mysql_root"), "test");
        Files.writeString(ops.resolve("env/compose.env"), "TRIBUTARY_STAGE_PARTITIONS=1\n");
        Files.writeString(
                ops.resolve("compose.yaml"),
                Files.readString(ops.resolve("compose.yaml")).replace("image: tributary\n", "image: " + IMAGE + "\n"));
        return ops;
    }

    /** What one compose file started. */
    private record Stack(Tool compose, Path ops) {

        Tool.Said run(String... arguments) {
            List<String> line = new ArrayList<>(List.of(
                    "-p", "tributary-tested", "-f", ops.resolve("compose.yaml").toString()));
            line.addAll(List.of(arguments));
            return compose.run(line);
        }

        String mysql(String user, String sql) {
            String password = "MYSQL_PWD=it's \\ the " + user.replace("tributary", "mysql");
            return run(
                            "exec",
                            "-T",
                            "-e",
                            password,
                            "mysql",
                            "mysql",
                            "-h127.0.0.1",
                            "-u" + user,
                            "-N",
                            "-e",
                            sql,
                            "tributary")
                    .text()
                    .strip();
        }
    }
}
