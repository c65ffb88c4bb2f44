package dev.tributary.cli;

import dev.tributary.definition.Definitions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description =
                "Checks every job, source and mapping of the home folder, and compiles the mappings; starts nothing.")
final class ValidateCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ValidateCommand(Session session) {
        this.session = session;
    }

    private record Valid(int jobs, int sources, int mappings) {}

    @Override
    public Integer call() {
        Definitions definitions = session.definitions();
        Valid valid = new Valid(
                definitions.jobs().size(),
                definitions.sources().size(),
                definitions.mappings().size());
        if (session.isJson()) {
            Answer.json(spec, valid);
        } else {
            Answer.print(
                    spec,
                    String.format(
                            "All right: %d jobs, %d sources, %d mappings.",
                            valid.jobs(), valid.sources(), valid.mappings()));
        }
        return ExitCode.COMPLETED;
    }
}
