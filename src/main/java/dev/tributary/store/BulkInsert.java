package dev.tributary.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/**
 * Inserts rows into one table, in the caller's transaction, and leaves those alone whose key is there: by {@code LOAD DATA LOCAL}
 * where MySQL allows it, which costs client and server least, and by batches elsewhere. Not thread-safe.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/9.0/en/load-data.html">MySQL, LOAD DATA statement</a>
 */
public final class BulkInsert {

    /** Below, a file is not worth its while. */
    private static final int FEWEST_TO_LOAD = 100;

    private static final int DUPLICATE_KEY = 1062;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final byte[] NULL = {'\\', 'N'};

    private final JdbcTemplate jdbc;
    private final String insert;
    private final String load;
    private final boolean loads;

    private BulkInsert(JdbcTemplate jdbc, String table, String key, List<String> columns, boolean loads) {
        this.jdbc = jdbc;
        this.loads = loads;
        String names = String.join(", ", columns);
        this.insert = "INSERT INTO " + table + " (" + names + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ") ON DUPLICATE KEY UPDATE " + key
                + " = VALUES(" + key + ")";
        this.load = "LOAD DATA LOCAL INFILE '%s' INTO TABLE " + table + " CHARACTER SET binary (" + names + ")";
    }

    /**
     * @param table a name of our own, never a foreign word, as the others
     * @param key a column of its unique key
     * @throws org.springframework.dao.DataAccessException where the database cannot be asked what it allows
     */
    public static BulkInsert into(JdbcTemplate jdbc, String table, String key, List<String> columns) {
        return new BulkInsert(jdbc, table, key, columns, isLoading(jdbc));
    }

    /** The same by batches, whatever the database allows. */
    static BulkInsert byBatches(JdbcTemplate jdbc, String table, String key, List<String> columns) {
        return new BulkInsert(jdbc, table, key, columns, false);
    }

    private static boolean isLoading(JdbcTemplate jdbc) {
        return Dialect.of(Objects.requireNonNull(jdbc.getDataSource())) == Dialect.MYSQL
                && Boolean.TRUE.equals(jdbc.queryForObject("SELECT @@local_infile", Boolean.class));
    }

    /**
     * Inserts those that are absent.
     *
     * @param rows values in the columns' order: texts, numbers, booleans, bytes, days, times in UTC and nulls
     * @throws DataIntegrityViolationException where the table does not take a value as it is
     */
    public void absent(List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (!loads || rows.size() < FEWEST_TO_LOAD) {
            jdbc.batchUpdate(insert, rows);
            return;
        }
        Path file = LoadFolder.newFile();
        try {
            write(rows, file);
            jdbc.execute((StatementCallback<@Nullable Void>) statement -> load(statement, file));
        } catch (IOException failure) {
            throw new UncheckedIOException("Rows cannot be written aside for the database to load", failure);
        } finally {
            delete(file);
        }
    }

    private @Nullable Void load(Statement statement, Path file) throws SQLException {
        statement.execute(load.formatted(file.toString().replace('\\', '/')));
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            // read from a client, what is wrong is only warned of; the text of a warning may quote the value
            if (warning.getErrorCode() != DUPLICATE_KEY) {
                throw new DataIntegrityViolationException(
                        "MySQL did not load a row as it was: warning " + warning.getErrorCode());
            }
        }
        return null;
    }

    private static void write(List<@Nullable Object[]> rows, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    if (column > 0) {
                        out.write('\t');
                    }
                    write(row[column], out);
                }
                out.write('\n');
            }
        }
    }

    private static void write(@Nullable Object value, OutputStream out) throws IOException {
        if (value == null) {
            out.write(NULL);
        } else if (value instanceof byte[] bytes) {
            escaped(bytes, out);
        } else if (value instanceof Boolean truth) {
            out.write(truth ? '1' : '0');
        } else if (value instanceof LocalDateTime time) {
            out.write(TIME.format(time).getBytes(StandardCharsets.US_ASCII));
        } else if (value instanceof Number || value instanceof LocalDate) {
            out.write(value.toString().getBytes(StandardCharsets.US_ASCII));
        } else if (value instanceof String text) {
            escaped(text.getBytes(StandardCharsets.UTF_8), out);
        } else {
            throw new IllegalArgumentException(
                    "no value to load: " + value.getClass().getName());
        }
    }

    private static void escaped(byte[] bytes, OutputStream out) throws IOException {
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte each = bytes[at];
            if (each == '\\' || each == '\t' || each == '\n' || each == 0) {
                out.write(bytes, from, at - from);
                out.write('\\');
                out.write(each == 0 ? '0' : each);
                from = at + 1;
            }
        }
        out.write(bytes, from, bytes.length - from);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // it goes with the folder
        }
    }
}
