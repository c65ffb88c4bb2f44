package dev.tributary.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs that say that they are at work, and whether anybody is. */
final class RunsAtWork implements Look {

    private static final String RUNNING =
            "SELECT id, job, business_date FROM sync_run WHERE state = 'RUNNING' ORDER BY id";
    private static final String LOCK = "SELECT name FROM run_lock WHERE name = 'sync' FOR UPDATE NOWAIT";

    /** What MySQL and H2 answer where a row is locked. */
    private static final Set<Integer> HELD = Set.of(3572, 1205, 50200);

    private final Database database;
    private final Migrations migrations;

    RunsAtWork(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Override
    public List<Finding> look() throws SQLException {
        if (migrations.arePending()) {
            throw new CannotLook("migrations are to come first");
        }
        List<String> running = running();
        if (running.isEmpty()) {
            return List.of(Finding.good("no run is under way"));
        }
        return isSomebodyAtWork()
                ? List.of(Finding.good(String.join(", ", running) + " is under way"))
                : running.stream().map(RunsAtWork::left).toList();
    }

    private static Finding left(String run) {
        return Finding.warn(
                run + " says that it is under way, but nobody works on it",
                "'tributary serve' takes it over by itself; without it, give the same 'tributary sync' again, which goes on where it was.");
    }

    private List<String> running() throws SQLException {
        List<String> running = new ArrayList<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(RUNNING)) {
            while (row.next()) {
                running.add("run " + row.getLong(1) + " (" + row.getString(2) + " for " + row.getString(3) + ")");
            }
        }
        return running;
    }

    /** A file that we could open has nobody else; elsewhere the lock is asked for and let go of at once. */
    private boolean isSomebodyAtWork() throws SQLException {
        if (database.address().isFile()) {
            return false;
        }
        try (Statement statement = database.connection().createStatement()) {
            statement.executeQuery(LOCK).close();
            return false;
        } catch (SQLException refused) {
            if (HELD.contains(refused.getErrorCode())) {
                return true;
            }
            throw refused;
        }
    }
}
