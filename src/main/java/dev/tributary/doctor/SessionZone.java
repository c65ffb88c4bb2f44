package dev.tributary.doctor;

import java.sql.SQLException;
import java.util.List;

/** Whether our connections speak UTC; the server's own zone does not matter then. */
final class SessionZone implements Look {

    private static final String ZONES =
            "SELECT CONCAT(@@session.time_zone, ' for us, ', @@global.time_zone, ' for others, ', @@system_time_zone, ' on its machine')";
    private static final String OFFSET = "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())";

    private final Database database;

    SessionZone(Database database) {
        this.database = database;
    }

    @Override
    public List<Finding> look() throws SQLException {
        String zones = database.value(ZONES).orElse("unknown");
        long offset = Long.parseLong(database.value(OFFSET).orElse("0"));
        if (Math.abs(offset) > 1) {
            return List.of(
                    Finding.fail(
                            zones + ": times would be kept wrong",
                            "Take sessionVariables out of SPRING_DATASOURCE_URL; if it stays, report it as a bug, and start no night."));
        }
        return List.of(Finding.good(zones));
    }
}
