package dev.tributary.doctor;

import dev.tributary.store.DirectDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The database of an installation: opened by the first check, and asked by those after it, one at a time. */
final class Database implements AutoCloseable {

    private static final String CLOSED = "the database is not open";

    private final Environment environment;
    private final Duration patience;
    private volatile @Nullable DirectDatabase address;
    private volatile @Nullable Connection connection;

    Database(Environment environment, Duration patience) {
        this.environment = environment;
        this.patience = patience;
    }

    /** Opens it; whatever refuses is a finding. */
    List<Finding> open() {
        DirectDatabase named;
        try {
            named = DirectDatabase.of(environment);
            address = named;
        } catch (IllegalArgumentException none) {
            return List.of(
                    Finding.fail(
                            "SPRING_DATASOURCE_URL is no address of a database",
                            "Write jdbc:mysql://HOST/DATABASE, or take it out: then the database is an H2 file in the home folder."));
        }
        try {
            Optional<Connection> opened = named.connect(patience);
            connection = opened.orElse(null);
            return List.of(
                    opened.isPresent()
                            ? Finding.good(named + (named.user() == null ? "" : " as " + named.user()))
                            : Finding.good("none yet; the first command makes " + named));
        } catch (SQLException refused) {
            return List.of(Refusal.of(refused, named));
        }
    }

    /** @throws CannotLook where it is not open */
    Connection connection() {
        Connection open = connection;
        if (open == null) {
            throw new CannotLook(CLOSED);
        }
        return open;
    }

    /** @throws CannotLook where it is not open */
    DirectDatabase address() {
        DirectDatabase named = address;
        if (named == null || connection == null) {
            throw new CannotLook(CLOSED);
        }
        return named;
    }

    /** Whether a server of MySQL is named, open or not; known after {@link #open}. */
    boolean isMySql() {
        return address != null && address.isMySql();
    }

    Duration patience() {
        return patience;
    }

    /** The first column of the first row; empty where there is none, or it is null. */
    Optional<String> value(String sql) throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    /** The first two columns of all rows, as names in lower case and values. */
    Map<String, String> pairs(String sql) throws SQLException {
        Map<String, String> pairs = new LinkedHashMap<>();
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                pairs.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
            }
        }
        return pairs;
    }

    /** The names of the schema's tables, in lower case, each with itself. */
    Map<String, String> tables() throws SQLException {
        String schema = address().isMySql() ? "DATABASE()" : "SCHEMA()";
        return pairs("SELECT table_name, table_name FROM information_schema.tables WHERE LOWER(table_schema) = LOWER("
                + schema + ")");
    }

    /** Of the server. */
    DatabaseMetaData about() throws SQLException {
        return connection().getMetaData();
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            // what is broken already need not be closed
        }
    }
}
