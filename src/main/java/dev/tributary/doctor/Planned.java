package dev.tributary.doctor;

import dev.tributary.definition.JobDefinition;
import dev.tributary.definition.Schedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the servers plan what the files say. Whether a schedule itself is right the definitions tell. */
final class Planned implements Look {

    private static final String CRONS =
            "SELECT TRIGGER_NAME, CRON_EXPRESSION, TIME_ZONE_ID FROM QRTZ_CRON_TRIGGERS WHERE TRIGGER_GROUP = 'NIGHT'";

    private final Defined defined;
    private final Database database;
    private final Migrations migrations;

    Planned(Defined defined, Database database, Migrations migrations) {
        this.defined = defined;
        this.database = database;
        this.migrations = migrations;
    }

    @Override
    public List<Finding> look() throws SQLException {
        defined.jobs();
        if (migrations.arePending()) {
            throw new CannotLook("migrations are to come first");
        }
        Map<String, String> planned = planned();
        return defined.jobs().stream().map(job -> judged(job, planned)).toList();
    }

    private static Finding judged(JobDefinition job, Map<String, String> planned) {
        Schedule schedule = job.schedule();
        String now = planned.get(job.job());
        if (schedule == null) {
            return now == null
                    ? Finding.good(job.job() + " has no schedule; whoever wants it starts it")
                    : differs(job.job() + " has no schedule in its file, but is still planned");
        }
        String wanted = schedule.cron() + " " + schedule.zone();
        if (now == null) {
            return Finding.warn(
                    job.job() + " is not planned yet: " + wanted, "Start 'tributary serve', which plans it.");
        }
        return now.equals(wanted)
                ? Finding.good(job.job() + ": " + wanted)
                : differs(job.job() + " is planned for " + now + ", but its file says " + wanted);
    }

    private static Finding differs(String said) {
        return Finding.warn(said, "'tributary schedule reload', or start 'tributary serve' anew.");
    }

    private Map<String, String> planned() throws SQLException {
        Map<String, String> planned = new HashMap<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(CRONS)) {
            while (row.next()) {
                planned.put(row.getString(1), row.getString(2) + " " + row.getString(3));
            }
        }
        return planned;
    }
}
