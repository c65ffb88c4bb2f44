package dev.tributary.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** What the doctor calls good, a warning or a failure. */
class RulesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "MySQL, 8.4.0, 8, 4, GOOD",
        "MySQL, 9.7.0, 9, 7, GOOD",
        "MySQL, 8.0.43, 8, 0, FAIL",
        "MySQL, 5.7.44, 5, 7, FAIL",
        "MySQL, 10.1.0, 10, 1, WARN",
        "MySQL, 5.5.5-10.11.6-MariaDB, 10, 11, FAIL",
        "MariaDB, 11.4.2, 11, 4, FAIL",
        "PostgreSQL, 17.2, 17, 2, FAIL",
        "H2, 2.4.240, 2, 4, GOOD"
    })
    void aDatabaseIsOneThatNightsWereTriedOn(String product, String version, int major, int minor, Mark mark) {
        assertThat(ServerVersion.judged(product, version, major, minor).mark()).isEqualTo(mark);
    }

    @ParameterizedTest
    @CsvSource({"16, 1024, FAIL", "17, 1024, GOOD", "25, 1024, GOOD", "21, 128, WARN"})
    void javaIsNewEnoughAndHasRoom(int feature, long megabytes, Mark mark) {
        assertThat(new JavaVersion(feature, megabytes << 20).look())
                .extracting(Finding::mark)
                .containsExactly(mark);
    }

    @ParameterizedTest
    @CsvSource({"-1, FAIL", "0, FAIL", "1, WARN", "29, WARN", "31, GOOD"})
    void aTokenIsRenewedBeforeItExpires(int days, Mark mark) {
        assertThat(Expiry.of("the token X", NOW.plus(Duration.ofDays(days)), NOW, "Renew it.")
                        .mark())
                .isEqualTo(mark);
    }

    @Test
    void aTokenSaysItselfUntilWhenItHolds() {
        assertThat(BearerClaims.expiry(jwt("{\"sub\":\"ann\",\"exp\":1780272000}")))
                .contains(Instant.ofEpochSecond(1_780_272_000));
        assertThat(BearerClaims.expiry("Bearer " + jwt("{\"exp\":1780272000.5}")))
                .contains(Instant.ofEpochSecond(1_780_272_000));
        for (String silent : List.of(
                "xoxb-1-2-3",
                "a.b.c",
                "",
                jwt("{\"sub\":\"ann\"}"),
                jwt("{\"exp\":\"soon\"}"),
                jwt("{\"exp\":1e300}"))) {
            assertThat(BearerClaims.expiry(silent)).as(silent).isEmpty();
        }
    }

    @Test
    void aServerIsSetSoThatNothingIsLost() {
        assertThat(ServerSettings.durability(Map.of("innodb_flush_log_at_trx_commit", "1", "sync_binlog", "1"))
                        .mark())
                .isEqualTo(Mark.GOOD);
        assertThat(ServerSettings.durability(Map.of("innodb_flush_log_at_trx_commit", "2"))
                        .said())
                .contains("innodb_flush_log_at_trx_commit is not 1");
        assertThat(ServerSettings.durability(Map.of("log_bin", "ON", "sync_binlog", "0"))
                        .mark())
                .isEqualTo(Mark.WARN);
        assertThat(ServerSettings.durability(Map.of("log_bin", "OFF", "sync_binlog", "0"))
                        .mark())
                .isEqualTo(Mark.GOOD);
        assertThat(ServerSettings.strict(Map.of("sql_mode", "NO_ENGINE_SUBSTITUTION"))
                        .mark())
                .isEqualTo(Mark.FAIL);
        assertThat(ServerSettings.binaryLog(Map.of("log_bin", "ON", "binlog_format", "STATEMENT"))
                        .mark())
                .isEqualTo(Mark.FAIL);
        assertThat(ServerSettings.packet(Map.of("max_allowed_packet", "4194304"))
                        .mark())
                .isEqualTo(Mark.WARN);
        assertThat(ServerSettings.packet(Map.of()).mark()).isEqualTo(Mark.UNKNOWN);
        assertThat(ServerSettings.localInfile(Map.of("local_infile", "ON")).said())
                .contains("loaded at once");
        assertThat(ServerSettings.localInfile(Map.of("local_infile", "OFF")).said())
                .contains("sent in batches");
    }

    @Test
    void aDiskHasRoomAndLetsUsWrite(@TempDir Path folder) throws Exception {
        DataSize none = DataSize.ofBytes(0);
        DataSize more = DataSize.ofTerabytes(1_000_000);

        assertThat(new DiskSpace(folder.resolve("landing"), none, none).look())
                .singleElement()
                .satisfies(it -> assertThat(it.mark()).isEqualTo(Mark.GOOD))
                .satisfies(it -> assertThat(it.said()).contains("made when needed"));
        assertThat(new DiskSpace(folder, none, more).look())
                .extracting(Finding::mark)
                .containsExactly(Mark.WARN);
        assertThat(new DiskSpace(folder, more, more).look())
                .extracting(Finding::mark)
                .containsExactly(Mark.FAIL);
        assertThat(folder).isEmptyDirectory();

        Path file = Files.createFile(folder.resolve("reports"));
        assertThat(new DiskSpace(file, none, none).look())
                .singleElement()
                .satisfies(it -> assertThat(it.mark()).isEqualTo(Mark.FAIL))
                .satisfies(it -> assertThat(it.said()).contains("is no folder"));
    }

    @Test
    void aFileThatOthersCanReadHasACure(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("token.json"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(new SecretFiles(folder).look()).extracting(Finding::mark).containsExactly(Mark.GOOD);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(new SecretFiles(folder).look())
                .containsExactly(Finding.fail(file + " can be read by others", "chmod 600 '" + file + "'"));
    }

    @Test
    void aCheckThatDoesNotEndIsAFailureAndOneThatFailsIsUnknown() {
        CountDownLatch never = new CountDownLatch(1);
        try (Watch watch = new Watch(Duration.ofMillis(50))) {
            assertThat(watch.over(new Check("Database", "clock", () -> {
                        never.await();
                        return List.of();
                    })))
                    .containsExactly(new Line(
                            "Database",
                            "clock",
                            Mark.FAIL,
                            "no answer within 0 s",
                            "See whether what is asked here is overloaded or cut off, and run this again."));
        }
        try (Watch watch = new Watch(Duration.ofSeconds(10))) {
            assertThat(watch.over(new Check("Database", "clock", () -> {
                        throw new IllegalStateException("password=hunter2");
                    })))
                    .singleElement()
                    .satisfies(it -> assertThat(it.mark()).isEqualTo(Mark.UNKNOWN))
                    .satisfies(it -> assertThat(it.said())
                            .contains("IllegalStateException")
                            .doesNotContain("hunter2"));
        }
    }

    private static String jwt(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".signature";
    }
}
