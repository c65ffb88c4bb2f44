package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.crash.TributaryProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The units that systemd starts Tributary by: they are right, they are locked up, and what they start works. */
@Tag("slow")
class SystemdTest {

    private static final List<String> UNITS =
            List.of("tributary.service", "tributary-sync.service", "tributary-sync.timer");
    private static final String HIGHEST_EXPOSURE = "20"; // of 100, as systemd counts it

    @TempDir
    private Path folder;

    @Test
    void areWhatSystemdUnderstands() throws IOException {
        Tool systemd = Tool.named("systemd-analyze");
        List<String> files = new ArrayList<>(List.of("verify", "--man=no"));
        for (String unit : UNITS) {
            files.add(Unit.read(unit)
                    .installedIn(Installed.folder())
                    .writeTo(folder)
                    .toString());
        }
        assertThat(systemd.run(files).well()).doesNotContain(folder.toString());
        systemd.run("calendar", Unit.read("tributary-sync.timer").value("OnCalendar"))
                .well();
    }

    @Test
    void leaveTheServicesLittleToHarm() {
        Tool systemd = Tool.named("systemd-analyze");
        for (String unit : List.of("tributary.service", "tributary-sync.service")) {
            String file = Unit.FOLDER.resolve(unit).toString();
            systemd.run("security", "--offline=true", "--threshold=" + HIGHEST_EXPOSURE, file)
                    .well();
        }
    }

    @Test
    void makeAUserAndFoldersThatAreItsOwn() throws IOException {
        Tool users = Tool.named("systemd-sysusers");
        Path etc = Files.createDirectories(folder.resolve("etc"));
        String root = "--root=" + folder;
        Path units = Unit.FOLDER.toAbsolutePath();

        users.run(root, units.resolve("tributary.sysusers").toString()).well();
        Tool.named("systemd-tmpfiles")
                .run(root, "--create", units.resolve("tributary.tmpfiles").toString())
                .well();

        assertThat(Files.readAllLines(etc.resolve("passwd")))
                .anyMatch(line -> line.matches("tributary:.*:/var/lib/tributary:/usr/sbin/nologin"));
        assertThat(folder.resolve("var/lib/tributary")).isDirectory();
        assertThat(folder.resolve("etc/tributary")).isDirectory();
    }

    @Test
    void startANightThatComesToItsEnd() throws IOException {
        Unit unit = Unit.read("tributary-sync.service").installedIn(Installed.folder());

        List<String> line = new ArrayList<>(List.of("TRIBUTARY_HOME=" + folder.resolve("home")));
        line.addAll(List.of(unit.value("ExecStart").split(" ")));

        assertThat(Tool.named("env").run(line).well()).contains("COMPLETED (run 1");
        assertThat(folder.resolve("home/out/reports")).isNotEmptyDirectory();
    }

    @Test
    void startAServerThatEndsInTimeWhenItIsStopped() throws IOException {
        Unit unit = Unit.read("tributary.service").installedIn(Installed.folder());
        String port = String.valueOf(freePort());
        long began;

        try (TributaryProcess server = started(unit.value("ExecStart").replace("--port 8080", "--port " + port))) {
            assertThat(answers(URI.create("http://127.0.0.1:" + port + "/login")))
                    .isTrue();
            began = System.nanoTime();
            server.terminate();
            assertThat(server.end().exitCode()).isEqualTo(Integer.parseInt(unit.value("SuccessExitStatus")));
        }
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(Integer.parseInt(unit.value("TimeoutStopSec")));
    }

    private static boolean answers(URI page) {
        for (int tries = 0; tries < 240; tries++) {
            try {
                return ((HttpURLConnection) page.toURL().openConnection()).getResponseCode() == 200;
            } catch (IOException notYet) {
                sleep();
            }
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

    private TributaryProcess started(String line) {
        return TributaryProcess.started(
                List.of(line.split(" ")),
                Map.of("TRIBUTARY_HOME", folder.resolve("home").toString()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
