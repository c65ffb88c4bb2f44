package dev.tributary.pipeline;

import dev.tributary.run.Home;
import dev.tributary.run.SyncRun;
import java.nio.file.Path;

/** Where a run's report lies: one folder for each business date, and one below it for each further attempt. */
final class ReportFolder {

    private ReportFolder() {}

    static Path of(Home home, SyncRun run) {
        Path date = home.reports().resolve(run.businessDate().toString());
        return run.attempt() == 1 ? date : date.resolve("attempt-" + run.attempt());
    }
}
