package dev.tributary.cli;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.ExtractResult;
import dev.tributary.extract.Trial;
import dev.tributary.run.Home;
import dev.tributary.stage.Samples;
import dev.tributary.stage.Samples.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description = {
            "Asks a source for one page, or takes its first file, and shows each payload with the records that it becomes,",
            "side by side. Nothing is written to the database, no cursor moves, and nothing is deleted at the source."
        })
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

    @Option(
            names = "--record",
            paramLabel = "SAMPLE",
            arity = "0..1",
            fallbackValue = "recorded",
            description = {
                "Keep the page and its records as a sample of this name beside the mapping, in mappings/samples/ of the home",
                "folder: read both, and take out what is personal (default name: ${FALLBACK-VALUE})."
            })
    private @Nullable String sample;

    @SuppressWarnings("NullAway.Init")
    SourceTestCommand(Session session) {
        this.session = session;
    }

    private record Answered(
            List<Translation> payloads,
            List<String> recorded,
            @Nullable String failure) {}

    @Override
    public Integer call() {
        Definitions definitions = session.definitions();
        SourceDefinition source = definitions.source(name);
        Path scratch = scratch();
        try {
            Trial.Tried tried = files.isEmpty() ? Trial.of(source, unpacked(), scratch) : given();
            Answered answered = answered(definitions.mapping(source.mapping()), source, tried);
            if (session.isJson()) {
                Answer.json(spec, answered);
            } else {
                print(answered);
            }
            return tried.result().complete() ? ExitCode.COMPLETED : ExitCode.FAILED;
        } finally {
            deleted(scratch);
        }
    }

    private Answered answered(String mapping, SourceDefinition source, Trial.Tried tried) {
        Samples samples = new Samples(new Decoder(session.home()));
        List<Translation> all = new ArrayList<>();
        List<String> recorded = new ArrayList<>();
        for (Trial.Page page : tried.pages()) {
            all.addAll(samples.translate(source, mapping, page.file(), page.origin(), limit));
            if (sample != null) {
                recorded.add(
                        new Recording(spec.commandLine(), session.home(), samples).of(source, mapping, page, sample));
            }
        }
        return new Answered(all, recorded, tried.result().message());
    }

    private Trial.Tried given() {
        List<Trial.Page> pages = files.stream()
                .map(file -> new Trial.Page(file, String.valueOf(file.getFileName())))
                .toList();
        return new Trial.Tried(new ExtractResult(pages.size(), null, null), pages);
    }

    private void print(Answered answered) {
        answered.payloads().forEach(it -> Answer.print(spec, SideBySide.of(it)));
        answered.recorded().forEach(it -> Answer.print(spec, "Recorded in " + it + "; read it before you keep it."));
        if (answered.failure() != null) {
            Answer.print(spec, answered.failure());
        } else if (answered.payloads().isEmpty()) {
            Answer.print(spec, "The source has nothing.");
        }
    }

    private Home unpacked() {
        BundledSamples.unpack(session.home());
        return session.home();
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("tributary");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void deleted(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
