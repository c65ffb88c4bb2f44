package dev.tributary.crash;

import dev.tributary.testing.MySql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all tables of a database hold, told without surrogate ids and without the times of our own clock: two databases that hold
 * the same give equal texts.
 */
final class Tables {

    private static final int SHOWN = 5;

    private static final Map<String, String> KEYS = Map.of(
            "participant", "SELECT id, natural_key FROM participant",
            "interaction", "SELECT id, natural_key FROM interaction",
            "contact", "SELECT id, external_id FROM crm_contact",
            "case", "SELECT r.id, p.natural_key FROM review_case r JOIN participant p ON p.id = r.participant_id",
            "run", "SELECT id, CONCAT(job, ' ', business_date, ' ', attempt) FROM sync_run");

    /** What was locked how often, and which files had lain long enough to be kept in mind, is of the process, and not of the night. */
    private static final Set<String> OF_THE_PROCESS = Set.of("run_fence", "source_lock", "kept_file");

    private static final Map<String, String> REFERENCES = references();

    private static final Set<String> OF_OUR_OWN = Set.of(
            "id",
            "landed_at",
            "received_at",
            "moved_at",
            "changed_at",
            "decided_at",
            "opened_at",
            "from_at",
            "to_at",
            "started_at",
            "ended_at");

    /** Where the report lies depends on the home; and of two files that hold the same words, whichever is staged first is the one that is named. */
    private static final Set<String> OF_CHANCE = Set.of(
            "interaction.version_source",
            "interaction.version_segment",
            "interaction.version_line",
            "interaction_witness.segment",
            "interaction_witness.line",
            "sync_run.report");

    /** Which partition read a record, and which of two sources brought it first, is chance too; that none is lost is not. */
    private static final String COUNTS = """
            SELECT source, CASE WHEN outcome IN ('NEW', 'UPDATED', 'DUPLICATE') THEN 'KNOWN' ELSE outcome END AS became,
                   SUM(records) AS records
            FROM sync_run_count GROUP BY source, became""";

    private final Connection connection;
    private final Map<String, Map<Long, String>> keys = new HashMap<>();

    private Tables(Connection connection) {
        this.connection = connection;
    }

    static Map<String, List<String>> ofHome(Path home) {
        return of("jdbc:h2:file:" + home.resolve("tributary") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE", "", "");
    }

    static Map<String, List<String>> of(MySql.Database database) {
        return of(database.url(), database.user(), database.password());
    }

    /** The rows that one has and the other has not, the first of each table. */
    static List<String> differences(Map<String, List<String>> expected, Map<String, List<String>> actual) {
        List<String> differences = new ArrayList<>();
        expected.forEach((table, rows) -> {
            less(rows, actual.get(table)).forEach(row -> differences.add(table + " lacks " + row));
            less(actual.get(table), rows).forEach(row -> differences.add(table + " has also " + row));
        });
        return differences;
    }

    private static List<String> less(List<String> rows, List<String> others) {
        List<String> less = new ArrayList<>(rows);
        Set<String> there = new HashSet<>(others);
        less.removeIf(there::contains);
        return less.size() <= SHOWN ? less : less.subList(0, SHOWN);
    }

    private static Map<String, List<String>> of(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return new Tables(connection).read();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private Map<String, List<String>> read() throws SQLException {
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            keys.put(key.getKey(), new HashMap<>());
            query(key.getValue(), row -> keys.get(key.getKey()).put(row.getLong(1), text(row.getObject(2))));
        }
        Map<String, List<String>> contents = new TreeMap<>();
        for (String table : names()) {
            List<String> rows = new ArrayList<>();
            query(
                    table.equals("sync_run_count") ? COUNTS : "SELECT * FROM " + table,
                    row -> rows.add(told(table, row)));
            rows.sort(null);
            contents.put(table, rows);
        }
        return contents;
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        query(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = "
                        + (connection.getMetaData().getURL().startsWith("jdbc:h2:") ? "'public'" : "DATABASE()")
                        + " AND table_type LIKE '%TABLE%'",
                row -> names.add(row.getString(1).toLowerCase(Locale.ROOT)));
        names.removeIf(it -> it.matches("batch_.*|qrtz_.*|flyway.*") || OF_THE_PROCESS.contains(it));
        return names;
    }

    private String told(String table, ResultSet row) throws SQLException {
        List<String> told = new ArrayList<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
            if (!OF_OUR_OWN.contains(name) && !OF_CHANCE.contains(table + "." + name)) {
                told.add(name + "=" + value(name, row.getObject(column)));
            }
        }
        if (table.equals("duplicate_suggestion")) {
            // which of the two was staged first is chance
            told.replaceAll(it -> it.replaceFirst("^(first|second)_id=", "of="));
            told.sort(null);
        }
        return String.join(", ", told);
    }

    private @Nullable String value(String column, @Nullable Object value) {
        String reference = REFERENCES.get(column);
        return reference == null || value == null
                ? text(value)
                : keys.get(reference).getOrDefault(((Number) value).longValue(), "nobody");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    private void query(String sql, Row each) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.accept(rows);
            }
        }
    }

    private interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    private static Map<String, String> references() {
        Map<String, String> references = new HashMap<>(Map.of(
                "interaction_id", "interaction",
                "answered_by", "interaction",
                "said_id", "interaction",
                "begin_id", "interaction",
                "first_id", "interaction",
                "second_id", "interaction",
                "contact_id", "contact",
                "case_id", "case"));
        Arrays.asList("participant_id", "author_id", "active_participant")
                .forEach(it -> references.put(it, "participant"));
        Arrays.asList(
                        "run_id",
                        "landed_run",
                        "suggested_run",
                        "staged_run",
                        "created_run",
                        "changed_run",
                        "first_run",
                        "last_run",
                        "mended_run",
                        "opened_run",
                        "closed_run")
                .forEach(it -> references.put(it, "run"));
        return references;
    }
}
