package dev.tributary.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether our user may do what a night does, and no more than that. */
final class Privileges implements Look {

    private static final List<String> ROWS = List.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final List<String> TABLES = List.of("CREATE", "ALTER", "DROP", "INDEX", "REFERENCES", "CREATE VIEW");

    private final Database database;
    private final Migrations migrations;

    Privileges(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Override
    public List<Finding> look() throws SQLException {
        Grants grants = Grants.of(lines(), database.value("SELECT DATABASE()").orElse(""));
        List<Finding> findings = new ArrayList<>();
        Set<String> rows = grants.missing(ROWS);
        if (!rows.isEmpty()) {
            findings.add(lacking(grants, rows));
        }
        Set<String> tables = migrations.arePending() ? grants.missing(TABLES) : Set.of();
        if (!tables.isEmpty()) {
            findings.add(
                    Finding.fail(
                            "our user lacks " + String.join(", ", tables) + ", and tables are to be made or changed",
                            "Run 'tributary status' once as a user that may: SPRING_DATASOURCE_USERNAME=tributary_migrate (ops/mysql/grants.sql)."));
        }
        if (!grants.everywhere().isEmpty()) {
            findings.add(superfluous(grants.everywhere()));
        }
        return findings.isEmpty()
                ? List.of(Finding.good(
                        String.join(", ", new TreeSet<>(grants.here())) + " on this schema, nothing elsewhere"))
                : findings;
    }

    private static Finding lacking(Grants grants, Set<String> rows) {
        String cure = "Let an administrator run ops/mysql/grants.sql, or GRANT " + String.join(", ", rows)
                + " on the schema to our user.";
        return grants.someTables()
                ? Finding.unknown("our user has rights on single tables; whether on all is not looked at", cure)
                : Finding.fail("our user lacks " + String.join(", ", rows), cure);
    }

    private static Finding superfluous(Set<String> everywhere) {
        List<String> some = everywhere.stream().limit(3).toList();
        return Finding.warn(
                "our user has rights on the whole server that no night needs: " + String.join(", ", some)
                        + (everywhere.size() > some.size()
                                ? " and " + (everywhere.size() - some.size()) + " more"
                                : ""),
                "Work as tributary_app, which ops/mysql/grants.sql makes, so that a stolen password opens this schema alone.");
    }

    private List<String> lines() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery("SHOW GRANTS")) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }
}
