package dev.tributary.report;

import dev.tributary.run.Home;
import dev.tributary.run.SyncRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a run's report lies: one folder for each business date, and one below it for each further attempt. */
public final class ReportFolder {

    private static final List<String> FILES = List.of(AuditReport.WORKBOOK, AuditReport.PAGE, AuditReport.JSON);

    private ReportFolder() {}

    public static Path of(Home home, SyncRun run) {
        Path date = home.reports().resolve(run.businessDate().toString());
        return run.attempt() == 1 ? date : date.resolve("attempt-" + run.attempt());
    }

    /** The names of the files of the run's report that are there. */
    public static List<String> files(Home home, SyncRun run) {
        return FILES.stream().filter(it -> find(home, run, it).isPresent()).toList();
    }

    /** A file of the run's report; empty for any name that is none of a report's. */
    public static Optional<Path> find(Home home, SyncRun run, String name) {
        return FILES.stream()
                .filter(name::equals)
                .map(of(home, run)::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
