package dev.tributary.doctor;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/** Whether the database is one that Tributary runs on: H2 of its own jar, and MySQL 8.4 or 9. */
final class ServerVersion implements Look {

    private static final String CURE = "Install MySQL 8.4 or 9; nights are tried on these.";

    private final Database database;

    ServerVersion(Database database) {
        this.database = database;
    }

    @Override
    public List<Finding> look() throws SQLException {
        DatabaseMetaData about = database.about();
        return List.of(judged(
                about.getDatabaseProductName(),
                about.getDatabaseProductVersion(),
                about.getDatabaseMajorVersion(),
                about.getDatabaseMinorVersion()));
    }

    static Finding judged(String product, String version, int major, int minor) {
        String said = product + " " + version;
        if (product.equals("H2")) {
            return Finding.good(said + "; fine for trials, MySQL is for nights that count");
        }
        if (!product.equals("MySQL") || version.contains("MariaDB")) {
            return Finding.fail(said + " is no database that Tributary runs on", CURE);
        }
        if (major < 8 || major == 8 && minor < 4) {
            return Finding.fail(said + " is too old", CURE);
        }
        return major > 9 ? Finding.warn(said + " is newer than those that were tried", CURE) : Finding.good(said);
    }
}
