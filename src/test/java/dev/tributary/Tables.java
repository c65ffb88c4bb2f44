package dev.tributary;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What lies in a database while no command is at work on it. */
record Tables(String url, String user, String password) {

    List<String> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return rows(connection, sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    void change(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    Contents everything() {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            Map<String, List<String>> everything = new TreeMap<>();
            for (String table : names(connection)) {
                List<String> rows = rows(connection, "SELECT * FROM " + table);
                everything.put(table.toLowerCase(Locale.ROOT), rows);
            }
            return Contents.of(everything);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        String schema = connection.getCatalog();
        try (ResultSet tables = connection.getMetaData().getTables(schema, null, "%", null)) {
            List<String> names = new ArrayList<>();
            while (tables.next()) {
                boolean ours = !"INFORMATION_SCHEMA".equalsIgnoreCase(tables.getString("TABLE_SCHEM"));
                if (ours && tables.getString("TABLE_TYPE").endsWith("TABLE")) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
            return names;
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                String[] columns = new String[result.getMetaData().getColumnCount()];
                Arrays.setAll(columns, column -> text(result, column + 1));
                rows.add(String.join(" | ", columns));
            }
            return rows;
        }
    }

    private static String text(ResultSet row, int column) {
        try {
            Object value = row.getObject(column);
            return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
