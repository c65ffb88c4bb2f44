package dev.tributary.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "tributary",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description = "Brings the history of social conversations into the CRM, every night.",
        footer = {
            "",
            "The database is an H2 file in the home folder, unless the environment names another:",
            "  SPRING_DATASOURCE_URL=jdbc:mysql://HOST/DATABASE",
            "  SPRING_DATASOURCE_USERNAME=… SPRING_DATASOURCE_PASSWORD=…",
            "",
            "Exit codes: 0 completed, 1 failed, 2 wrong usage or definition, 3 held for a person,",
            "4 a source failed and the others are in, or some answers of a workbook did not take effect."
        })
final class TributaryCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    TributaryCommand(Session session) {
        this.session = session;
    }

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            defaultValue = "${env:TRIBUTARY_HOME:-var}",
            description =
                    "The folder that holds all a run writes, and your own jobs/ and mappings/ (default: ${DEFAULT-VALUE}).")
    private void home(Path home) {
        session.home(home);
    }

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Answer with one JSON object on standard output.")
    private void json(boolean json) {
        session.json(json);
    }

    /** How lines of the log look. */
    enum Logging {
        TEXT,
        JSON
    }

    @Option(
            names = "--logging",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "How the log on standard error is written: text, or json with one object a line (default: ${DEFAULT-VALUE}).")
    private void logging(Logging format) {
        session.logAsJson(format == Logging.JSON);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
