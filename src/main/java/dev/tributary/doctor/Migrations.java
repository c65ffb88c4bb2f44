package dev.tributary.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.ValidateResult;
import org.jspecify.annotations.Nullable;

/** Whether the tables are those of this program. */
final class Migrations implements Look {

    private static final String HISTORY = "flyway_schema_history";

    private final Database database;
    private @Nullable Boolean pending;

    Migrations(Database database) {
        this.database = database;
    }

    /** @throws CannotLook where it is not known */
    boolean arePending() {
        if (pending == null) {
            throw new CannotLook("the migrations could not be looked at");
        }
        return pending;
    }

    @Override
    public List<Finding> look() throws Exception {
        Map<String, String> tables = database.tables();
        if (!tables.isEmpty() && !tables.containsKey(HISTORY)) {
            return List.of(Finding.fail(
                    "the schema holds " + tables.size() + " tables of something else",
                    "Give Tributary a schema of its own: ops/mysql/grants.sql makes one."));
        }
        Flyway flyway = database.address().migrations(database.patience());
        MigrationInfo[] all = flyway.info().all();
        pending = Arrays.stream(all).anyMatch(it -> it.getState() == MigrationState.PENDING);
        return List.of(judged(all, flyway.validateWithResult()));
    }

    private static Finding judged(MigrationInfo[] all, ValidateResult validated) {
        String failed = versions(all, MigrationState.FAILED, MigrationState.FUTURE_FAILED);
        String newer = versions(all, MigrationState.FUTURE_SUCCESS);
        String pending = versions(all, MigrationState.PENDING);
        String changed = changed(validated, pending);
        if (!failed.isEmpty()) {
            return Finding.fail(
                    failed + " broke off half way",
                    "Restore the backup that was made before the new version came, and see why it broke off before it is tried again.");
        }
        if (!newer.isEmpty()) {
            return Finding.fail(
                    newer + " is of a newer Tributary than this one",
                    "Install the version that was here before, or a later one; this one would not know what it writes.");
        }
        if (!changed.isEmpty()) {
            return Finding.fail(
                    changed + " was not made by this program, or was changed since",
                    "Install the jar that made the tables. Never edit a migration, or the history that the database keeps of them.");
        }
        return pending.isEmpty() ? Finding.good(all.length + " done, none waits") : waiting(all, pending);
    }

    private static Finding waiting(MigrationInfo[] all, String pending) {
        boolean empty = Arrays.stream(all).allMatch(it -> it.getState() == MigrationState.PENDING);
        return empty
                ? Finding.warn("there are no tables yet", "The first command makes them; 'tributary status' is one.")
                : Finding.warn(
                        pending + " to come; the next command brings the tables up to date",
                        "Back the database up, then run 'tributary status'.");
    }

    /** What has not come yet is no change. */
    private static String changed(ValidateResult validated, String pending) {
        List<String> waiting = List.of(pending.split(", "));
        return validated.invalidMigrations == null
                ? ""
                : validated.invalidMigrations.stream()
                        .map(it -> it.version)
                        .filter(version -> version != null && !waiting.contains("V" + version))
                        .map(version -> "V" + version)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String versions(MigrationInfo[] all, MigrationState... states) {
        return Arrays.stream(all)
                .filter(it -> List.of(states).contains(it.getState()))
                .map(it -> "V" + it.getVersion())
                .collect(Collectors.joining(", "));
    }
}
