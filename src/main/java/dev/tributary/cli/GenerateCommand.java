package dev.tributary.cli;

import dev.tributary.generate.Made;
import dev.tributary.generate.MadeUpCompany;
import dev.tributary.generate.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description = {
            "Makes up a company in a new home folder: a job, sources, contacts and conversations, for trying and measuring, and",
            "truth.csv and duplicates.csv, which 'evaluate' reads. The same options give the same files."
        })
final class GenerateCommand implements Callable<Integer> {

    /** What was said when the company was made. */
    private static final List<String> SETTLED = List.of("--interactions", "--people", "--contacts", "--seed");

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description = "The home folder, without jobs of its own.")
    private Path to;

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

    @Option(
            names = "--more",
            paramLabel = "N",
            description = "Add so many messages of the same people to what was made before, in files of their own.")
    private @Nullable Integer more;

    @SuppressWarnings("NullAway.Init")
    GenerateCommand(Session session) {
        this.session = session;
    }

    private record Answered(String home, Made made) {}

    @Override
    public Integer call() {
        Path home = to.toAbsolutePath().normalize();
        Made made = more == null ? made(home) : further(more, home);
        if (session.isJson()) {
            Answer.json(spec, new Answered(home.toString(), made));
        } else {
            Answer.print(
                    spec,
                    String.format(
                            "%d interactions lie in %s, and %d copies that other systems have of them. Next:%n"
                                    + "  tributary --home %2$s sync%s%n  tributary evaluate %2$s",
                            made.interactions(), home, made.proved() + made.notes(), more == null ? "" : " --again"));
        }
        return ExitCode.COMPLETED;
    }

    private Made made(Path home) {
        if (Files.exists(home.resolve("jobs"))) {
            throw new ParameterException(
                    spec.commandLine(),
                    home + " has jobs of its own; name a new folder with --to, or add to it with --more");
        }
        return MadeUpCompany.write(plan(), home);
    }

    private Made further(int messages, Path home) {
        if (!MadeUpCompany.isIn(home)) {
            throw new ParameterException(spec.commandLine(), home + " was not made by generate; leave --more out");
        }
        if (messages < 1) {
            throw new ParameterException(spec.commandLine(), "--more adds one message at least");
        }
        if (SETTLED.stream().anyMatch(spec.commandLine().getParseResult()::hasMatchedOption)) {
            throw new ParameterException(
                    spec.commandLine(), "--more goes on as it was begun, without " + String.join(", ", SETTLED));
        }
        return MadeUpCompany.more(messages, home);
    }

    private Plan plan() {
        try {
            return new Plan(interactions, people, contacts, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
