package dev.tributary.doctor;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the tables are there in which Spring Batch keeps its steps and Quartz its schedules. */
final class FrameworkTables implements Look {

    private static final List<String> TABLES = List.of(
            "BATCH_JOB_INSTANCE",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_STEP_EXECUTION",
            "BATCH_STEP_EXECUTION_CONTEXT",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "QRTZ_JOB_DETAILS",
            "QRTZ_TRIGGERS",
            "QRTZ_SIMPLE_TRIGGERS",
            "QRTZ_CRON_TRIGGERS",
            "QRTZ_SIMPROP_TRIGGERS",
            "QRTZ_BLOB_TRIGGERS",
            "QRTZ_CALENDARS",
            "QRTZ_PAUSED_TRIGGER_GRPS",
            "QRTZ_FIRED_TRIGGERS",
            "QRTZ_SCHEDULER_STATE",
            "QRTZ_LOCKS");

    private final Database database;
    private final Migrations migrations;

    FrameworkTables(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Override
    public List<Finding> look() throws SQLException {
        if (migrations.arePending()) {
            throw new CannotLook("migrations are to come first");
        }
        Set<String> there = database.tables().keySet();
        List<String> missing = TABLES.stream()
                .filter(table -> !there.contains(table.toLowerCase(Locale.ROOT)))
                .toList();
        return List.of(
                missing.isEmpty()
                        ? Finding.good("all " + TABLES.size() + " there")
                        : Finding.fail(
                                String.join(", ", missing) + " not there, though the migrations made them",
                                "Somebody dropped them: restore the database from its backup."));
    }
}
