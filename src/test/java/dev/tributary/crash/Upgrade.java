package dev.tributary.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import dev.tributary.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The night of the samples was begun by the version of migration 1.15 and killed in the midst of staging. What it left, its home
 * folder and its database, is in {@code upgrade/}; this version finishes it.
 */
abstract class Upgrade {

    /** What each source was asked for is noted since 1.17, and which list of contacts was brought in since 1.23: it is read once more. */
    private static final List<String> NOT_NOTED_BEFORE = List.of("source_window", "contact_import");

    private static final String[] NIGHT = {"--json", "sync", "--date", "2026-05-31"};

    /** @param home holds what was left */
    abstract Installation left(Path home) throws Exception;

    abstract Installation fresh(Path home);

    abstract String archive();

    abstract Map<String, List<String>> tables(Path home, boolean ofTheUpgraded);

    @Test
    void aRunOfThePreviousVersionThatWasKilledEndsOnThisOne(@TempDir Path home, @TempDir Path calm) throws Exception {
        unpack(archive(), home);
        Installation upgraded = left(home);
        assertThat(upgraded.rows("SELECT state FROM sync_run")).containsExactly("RUNNING");
        String half = upgraded.rows("SELECT COUNT(*) FROM interaction").get(0);
        assertThat(Integer.parseInt(half)).isBetween(1, 60);

        Ended ended = upgraded.tributary(NIGHT);

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.json().path("run").asInt()).isEqualTo(1);
        assertThat(ended.json().path("state").asString()).isEqualTo("COMPLETED");
        assertThat(fresh(calm).tributary(NIGHT).exitCode()).isZero();
        Map<String, List<String>> expected = tables(calm, false);
        NOT_NOTED_BEFORE.forEach(expected::remove);
        assertThat(Tables.differences(expected, tables(home, true))).isEmpty();
    }

    private static void unpack(String archive, Path home) throws IOException {
        try (InputStream in = Objects.requireNonNull(Upgrade.class.getResourceAsStream("/upgrade/" + archive));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }
}
