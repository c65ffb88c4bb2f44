package dev.tributary.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database that a rehearsal is about: it is read in one snapshot, and never written. */
public final class RealDatabase {

    /** The setting that names the folder of a rehearsal's own database. */
    public static final String REHEARSAL = "tributary.rehearsal";

    private static final Logger LOG = LoggerFactory.getLogger(RealDatabase.class);
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int H2_NOT_FOUND = 90146;
    private static final String VERSION =
            "SELECT MAX(installed_rank) FROM flyway_schema_history WHERE success = TRUE AND version IS NOT NULL";

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    RealDatabase(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Copies the rows of all tables that are wanted into the tables of the same name, row by row in constant memory. Where there is
     * no database yet, nothing.
     *
     * @param to an H2 database with the same tables, empty
     * @param wanted by the table's name in lower case
     * @throws SchemaDiffers where the tables are not those of this program
     */
    public void copyTo(DataSource to, Predicate<String> wanted) {
        try (Connection target = to.getConnection();
                Connection source = snapshot()) {
            if (source == null || !isSame(source, target)) {
                return;
            }
            for (String table : tables(target)) {
                if (wanted.test(table)) {
                    copy(source, target, table);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the real database cannot be copied", failure);
        }
    }

    private @Nullable Connection snapshot() throws SQLException {
        boolean h2 = Dialect.of(url) == Dialect.H2;
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        Dialect.of(url).settings().forEach(properties::setProperty);
        try {
            Connection connection = DriverManager.getConnection(
                    h2 && url.contains(":file:") ? DirectDatabase.readOnly(url) : url, properties);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        } catch (SQLException failure) {
            if (failure.getErrorCode() == H2_NOT_FOUND) {
                return null;
            }
            throw failure;
        }
    }

    /** Whether there is anything to copy. */
    private static boolean isSame(Connection source, Connection target) throws SQLException {
        List<String> there = tables(source);
        if (!there.contains("flyway_schema_history")) {
            return false;
        }
        if (number(source, VERSION) != number(target, VERSION)) {
            throw new SchemaDiffers();
        }
        return true;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        String schema = connection.getMetaData().getURL().startsWith("jdbc:h2:") ? "'public'" : "DATABASE()";
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = "
                                + schema + " AND table_type LIKE '%TABLE%' ORDER BY table_name")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
            return tables;
        }
    }

    private static void copy(Connection source, Connection target, String table) throws SQLException {
        try (Statement referential = target.createStatement();
                Statement read = source.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            read.setFetchSize(source.getMetaData().getURL().startsWith("jdbc:h2:") ? ROWS_AT_ONCE : Integer.MIN_VALUE);
            referential.execute("SET REFERENTIAL_INTEGRITY FALSE");
            target.setAutoCommit(false);
            referential.execute("DELETE FROM " + table);
            long rows = 0;
            try (ResultSet row = read.executeQuery("SELECT * FROM " + table);
                    PreparedStatement write = target.prepareStatement(insert(table, row))) {
                while (row.next()) {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        write.setObject(column, value(row, column));
                    }
                    write.addBatch();
                    if (++rows % ROWS_AT_ONCE == 0) {
                        write.executeBatch();
                    }
                }
                write.executeBatch();
            }
            target.commit();
            continueIds(target, table);
            target.setAutoCommit(true);
            referential.execute("SET REFERENTIAL_INTEGRITY TRUE");
            LOG.debug("{}: {} rows copied", table, rows);
        }
    }

    private static String insert(String table, ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            columns.add(row.getMetaData().getColumnName(column));
        }
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP -> row.getObject(column, LocalDateTime.class);
            case Types.DATE -> row.getObject(column, LocalDate.class);
            default -> row.getObject(column);
        };
    }

    /** Rows that come later get ids above those that were copied. */
    private static void continueIds(Connection target, String table) throws SQLException {
        try (ResultSet identity = target.getMetaData().getColumns(null, null, table, "id")) {
            if (identity.next() && "YES".equals(identity.getString("IS_AUTOINCREMENT"))) {
                long next = number(target, "SELECT COALESCE(MAX(id), 0) + 1 FROM " + table);
                try (Statement statement = target.createStatement()) {
                    statement.execute("ALTER TABLE " + table + " ALTER COLUMN id RESTART WITH " + next);
                }
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
