package dev.tributary.doctor;

import dev.tributary.extract.Placeholders;
import dev.tributary.run.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.env.Environment;

/**
 * Looks at an installation: its machine, database, definitions, secrets and, where that is wanted, its sources. It starts no
 * application, needs none to start, and changes nothing but that it makes and deletes an empty file where it asks whether it may write.
 * Each check ends within a time limit, and whatever fails in it is a finding.
 */
public final class Doctor {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Patient patient;
    private final Consumer<Line> told;
    private final List<Line> lines = new ArrayList<>();

    private Doctor(Patient patient, Consumer<Line> told) {
        this.patient = patient;
        this.told = told;
    }

    /** @param told is given each line as soon as it is known */
    public static Diagnosis examine(Patient patient, Consumer<Line> told) {
        return new Doctor(patient, told).examine();
    }

    private Diagnosis examine() {
        Home home = patient.home();
        Settings settings = new Settings(patient);
        Defined defined = new Defined(home);
        try (Watch watch = new Watch(LIMIT)) {
            over(machine(settings), watch);
            over(disk(home), watch);
            over(List.of(new Check("Definitions", "files", defined)), watch);
            settings.read().ifPresent(environment -> {
                over(named(defined, environment), watch);
                over(kept(home), watch);
                database(environment, defined, watch);
            });
        }
        if (patient.online()) {
            settings.read()
                    .ifPresent(environment ->
                            new Online(patient, defined, new Placeholders(environment)).look(this::over));
        }
        return new Diagnosis(lines);
    }

    private static List<Check> machine(Settings settings) {
        return List.of(
                new Check("Machine", "Java", new JavaVersion()),
                new Check("Machine", "time zone", new ProcessZone()),
                new Check("Machine", "settings", settings));
    }

    private List<Check> disk(Home home) {
        return List.of(
                new Check("Disk", "home", space(home.path())),
                new Check("Disk", "landing", space(home.landing())),
                new Check("Disk", "reports", space(home.reports())),
                new Check("Disk", "temporary", space(Path.of(System.getProperty("java.io.tmpdir")))));
    }

    private DiskSpace space(Path folder) {
        return new DiskSpace(folder, patient.least(), patient.wanted());
    }

    private List<Check> named(Defined defined, Environment environment) {
        Placeholders placeholders = new Placeholders(environment);
        return List.of(
                new Check("Definitions", "told", new Told(defined, environment)),
                new Check("Secrets", "present", new Secrets(defined, placeholders)),
                new Check("Secrets", "SSH keys", new SftpKeys(defined, placeholders, patient.home())),
                new Check("Secrets", "expiry", new TokenExpiry(defined, placeholders, patient.clock())));
    }

    private static List<Check> kept(Home home) {
        return List.of(
                new Check("Secrets", "users", new UsersRight(home)),
                new Check("Secrets", "access", new SecretFiles(home.path().resolve("access"))),
                new Check("Secrets", "tokens", new SecretFiles(home.written().resolve("tokens"))));
    }

    private void database(Environment environment, Defined defined, Watch watch) {
        try (Database database = new Database(environment, PATIENCE)) {
            Migrations migrations = new Migrations(database);
            over(List.of(new Check("Database", "connection", database::open)), watch);
            over(DatabaseChecks.of(database, migrations, patient.clock()), watch);
            over(List.of(new Check("Database", "schedules", new Planned(defined, database, migrations))), watch);
        }
    }

    private void over(List<Check> checks, Watch watch) {
        for (Check check : checks) {
            List<Line> found = watch.over(check);
            lines.addAll(found);
            found.forEach(told);
        }
    }
}
