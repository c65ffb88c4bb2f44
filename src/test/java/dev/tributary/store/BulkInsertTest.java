package dev.tributary.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hostile values, by each of the ways into MySQL: what comes out is what went in. */
class BulkInsertTest {

    private static final List<String> COLUMNS = List.of("id", "words", "bytes", "at", "truth", "day");
    private static final int ROWS = 400;

    private final JdbcTemplate mysql = TestDatabase.MYSQL.jdbc();

    @BeforeEach
    void aTable() {
        mysql.execute("DROP TABLE IF EXISTS bulk");
        mysql.execute("CREATE TABLE bulk (id BIGINT PRIMARY KEY, words MEDIUMTEXT, bytes BINARY(16), at DATETIME(6),"
                + " truth BOOLEAN, day DATE) CHARACTER SET utf8mb4");
    }

    @AfterEach
    void noTable() {
        mysql.execute("DROP TABLE bulk");
    }

    @ParameterizedTest(name = "loaded: {0}")
    @ValueSource(booleans = {true, false})
    void keepsEachValueAsItIs(boolean loaded) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<String> hostile = List.of(
                "",
                "\\N",
                "a\tb\nc\rd\\e\0f",
                "\\",
                "'; DROP TABLE bulk; --",
                "😀 ünï テント \u202E\u200B",
                "x".repeat(1_000_000),
                "line\n\\.\nline");
        for (int id = 0; id < ROWS; id++) {
            byte[] key = new byte[16];
            key[0] = (byte) id;
            key[15] = (byte) (255 - id);
            LocalDateTime at = LocalDateTime.of(2026, 2, 28, 23, 59, 59, id * 1_000);
            rows.add(
                    id % 50 == 49
                            ? new Object[] {(long) id, null, null, null, null, null}
                            : new Object[] {
                                (long) id,
                                hostile.get(id % hostile.size()),
                                key,
                                at,
                                id % 2 == 0,
                                LocalDate.ofEpochDay(id * 50L)
                            });
        }

        way(loaded).absent(rows);

        for (Object[] row : rows) {
            Map<String, Object> there = mysql.queryForMap("SELECT * FROM bulk WHERE id = ?", row[0]);
            assertThat(there.get("words")).isEqualTo(row[1]);
            assertThat(there.get("bytes")).isEqualTo(row[2]);
            assertThat(there.get("at")).isEqualTo(row[3]);
            assertThat(there.get("truth")).isEqualTo(row[4]);
            assertThat(there.get("day")).isEqualTo(row[5] == null ? null : Date.valueOf((LocalDate) row[5]));
        }
        assertThat(mysql.queryForObject("SELECT COUNT(*) FROM bulk", Integer.class))
                .isEqualTo(ROWS);
    }

    @ParameterizedTest(name = "loaded: {0}")
    @ValueSource(booleans = {true, false})
    void leavesRowsAloneWhoseKeyIsThere(boolean loaded) {
        mysql.update("INSERT INTO bulk (id, words) VALUES (7, 'first')");

        way(loaded).absent(many("second"));

        assertThat(mysql.queryForObject("SELECT words FROM bulk WHERE id = 7", String.class))
                .isEqualTo("first");
        assertThat(mysql.queryForObject("SELECT COUNT(*) FROM bulk WHERE words = 'second'", Integer.class))
                .isEqualTo(ROWS - 1);
    }

    /** Loaded, MySQL would cut it to fit, and only warn. */
    @ParameterizedTest(name = "loaded: {0}")
    @ValueSource(booleans = {true, false})
    void refusesAValueThatDoesNotFitAndDoesNotQuoteIt(boolean loaded) {
        mysql.execute("ALTER TABLE bulk MODIFY words VARCHAR(5)");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> way(loaded).absent(many("secret words")))
                .withMessageNotContaining("secret");
    }

    @Test
    void rollsBackWithItsTransaction() {
        TestDatabase.MYSQL.transaction().executeWithoutResult(status -> {
            way(true).absent(many("gone"));
            status.setRollbackOnly();
        });

        assertThat(mysql.queryForObject("SELECT COUNT(*) FROM bulk", Integer.class))
                .isZero();
    }

    @Test
    void leavesNoFileBehind() throws Exception {
        way(true).absent(many("words"));

        Path folder = LoadFolder.path();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
    }

    @Test
    void removesWhatAKilledProcessLeftAndNothingElse(@TempDir Path all) throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path left = Files.createDirectory(all.resolve("tributary-load-" + ended.pid() + "-1"));
        Files.writeString(left.resolve("rows"), "words");
        Path alive = Files.createDirectory(
                all.resolve("tributary-load-" + ProcessHandle.current().pid() + "-2"));
        Path other = Files.createDirectory(all.resolve("tributary-load-of-mine"));

        LoadFolder.removeLeft(all);

        assertThat(left).doesNotExist();
        assertThat(alive).exists();
        assertThat(other).exists();
    }

    private BulkInsert way(boolean loaded) {
        return loaded
                ? BulkInsert.into(mysql, "bulk", "id", COLUMNS)
                : BulkInsert.byBatches(mysql, "bulk", "id", COLUMNS);
    }

    private static List<@Nullable Object[]> many(String words) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int id = 0; id < ROWS; id++) {
            rows.add(new Object[] {(long) id, words, null, null, true, null});
        }
        return rows;
    }
}
