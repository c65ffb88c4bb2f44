package dev.tributary.cli;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.Example;
import dev.tributary.definition.MappingHeader;
import dev.tributary.definition.SourceDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Lists the sources of the home folder and what is known through each; starts nothing.")
final class SourceListCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--mappings",
            description = "List every mapping that there is, with the ways in and the samples that prove it.")
    private boolean mappings;

    @SuppressWarnings("NullAway.Init")
    SourceListCommand(Session session) {
        this.session = session;
    }

    private record Declared(
            String source, String channel, String account, String kind, String mapping, MappingHeader header) {}

    private record Shipped(String mapping, MappingHeader header, int samples) {}

    private record Sources(
            @Nullable List<Declared> sources, @Nullable List<Shipped> mappings) {}

    @Override
    public Integer call() {
        Definitions definitions = session.definitions();
        List<Declared> declared = definitions.sources().stream()
                .map(source -> declared(definitions, source))
                .toList();
        List<Shipped> shipped = mappings ? shipped(definitions) : List.of();
        if (session.isJson()) {
            Answer.json(spec, mappings ? new Sources(null, shipped) : new Sources(declared, null));
        } else if (mappings) {
            shipped.forEach(it -> Answer.print(spec, text(it)));
        } else {
            declared.forEach(it -> Answer.print(spec, text(it)));
        }
        return ExitCode.COMPLETED;
    }

    private static Declared declared(Definitions definitions, SourceDefinition source) {
        return new Declared(
                source.source(),
                source.channel(),
                source.account(),
                source.extract().kind(),
                source.mapping(),
                definitions.header(source.mapping()));
    }

    private List<Shipped> shipped(Definitions definitions) {
        Map<String, Example> examples = definitions.examples(session.home().path());
        return definitions.mappings().stream()
                .map(mapping -> new Shipped(
                        mapping,
                        definitions.header(mapping),
                        examples.containsKey(mapping)
                                ? examples.get(mapping).samples().size()
                                : 0))
                .toList();
    }

    private static String text(Declared it) {
        return String.format(
                "%s: channel %s, account %s, by %s through %s%n%s",
                it.source(), it.channel(), it.account(), it.kind(), it.mapping(), text(it.header()));
    }

    private static String text(Shipped it) {
        return String.format(
                "%s: %d samples%n  ways in: %s%n%s",
                it.mapping(), it.samples(), it.header().waysIn(), text(it.header()));
    }

    private static String text(MappingHeader it) {
        return String.format(
                "  payloads: %s%n  author: %s%n  threads: %s%n  edits and deletes: %s%n  attachments: %s%n",
                it.title(), it.author(), it.threads(), it.editsAndDeletes(), it.attachments());
    }
}
