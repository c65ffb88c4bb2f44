package dev.tributary.cli;

import dev.tributary.generate.MadeUpCompany;
import dev.tributary.generate.Plan;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description = {
            "Fills the home folder with a made-up company: a job, sources, contacts and conversations, for trying and",
            "measuring. The same options give the same files."
        })
final class GenerateCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--interactions",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Messages (default: ${DEFAULT-VALUE}).")
    private int interactions;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Who write them (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--contacts",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many of them the CRM knows (default: ${DEFAULT-VALUE}).")
    private int contacts;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, other messages (default: ${DEFAULT-VALUE}).")
    private long seed;

    @SuppressWarnings("NullAway.Init")
    GenerateCommand(Session session) {
        this.session = session;
    }

    private record Made(String home, int interactions, int people, int contacts) {}

    @Override
    public Integer call() {
        if (Files.exists(session.home().path().resolve("jobs"))) {
            throw new ParameterException(
                    spec.commandLine(), "The home folder has jobs of its own; name an empty one with --home");
        }
        Plan plan = plan();
        MadeUpCompany.write(plan, session.home().path());
        Made made = new Made(session.home().path().toString(), interactions, people, contacts);
        if (session.isJson()) {
            Answer.json(spec, made);
        } else {
            Answer.print(
                    spec,
                    String.format(
                            "%d interactions of %d people and %d contacts lie in %s. Next: tributary --home %s sync",
                            interactions, people, contacts, made.home(), made.home()));
        }
        return ExitCode.COMPLETED;
    }

    private Plan plan() {
        try {
            return new Plan(interactions, people, contacts, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
