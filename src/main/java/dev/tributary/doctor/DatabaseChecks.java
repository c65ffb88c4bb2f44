package dev.tributary.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What is asked of the database once it was opened, or tried to be. */
final class DatabaseChecks {

    private static final String GROUP = "Database";

    private DatabaseChecks() {}

    /** In the order in which they need each other. */
    static List<Check> of(Database database, Migrations migrations, Clock clock) {
        List<Check> checks = new ArrayList<>(List.of(
                check("version", new ServerVersion(database)),
                check("clock", new ClockSkew(database, clock)),
                check("migrations", migrations)));
        if (database.isMySql()) {
            checks.addAll(List.of(
                    check("privileges", new Privileges(database, migrations)),
                    check("characters", new CharacterSets(database)),
                    check("time zone", new SessionZone(database)),
                    check("strictness", ServerSettings.strict(database)),
                    check("durability", ServerSettings.durability(database)),
                    check("binary log", ServerSettings.binaryLog(database)),
                    check("packet size", ServerSettings.packet(database)),
                    check("local_infile", ServerSettings.localInfile(database)),
                    check("encryption", new Encryption(database))));
        }
        checks.add(check("frameworks", new FrameworkTables(database, migrations)));
        checks.add(check("runs", new RunsAtWork(database, migrations)));
        return checks;
    }

    private static Check check(String name, Look look) {
        return new Check(GROUP, name, look);
    }
}
