package dev.tributary.cli;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.stage.Samples;
import dev.tributary.stage.Samples.Translation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description = "Shows what a source's payloads become, side by side, and writes nothing to the database.")
final class SourceTestCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The source.")
    private String name;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Map these files in place of asking the source.")
    private List<Path> files = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many payloads of each (default: ${DEFAULT-VALUE}).")
    private int limit;

    @SuppressWarnings("NullAway.Init")
    SourceTestCommand(Session session) {
        this.session = session;
    }

    private record Translated(List<Translation> payloads) {}

    @Override
    public Integer call() {
        Definitions definitions = session.definitions();
        SourceDefinition source = definitions.source(name);
        Samples samples = new Samples(new Decoder(session.home()));
        List<Translation> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(samples.translate(
                    source, definitions.mapping(source.mapping()), file, String.valueOf(file.getFileName()), limit));
        }
        if (session.isJson()) {
            Answer.json(spec, new Translated(all));
        } else {
            all.forEach(it -> Answer.print(spec, SideBySide.of(it)));
        }
        return ExitCode.COMPLETED;
    }
}
