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

    @Option(
            names = "--table",
            description = "List every mapping as a Markdown table, with the first sentence of each matter.")
    private boolean table;

    @SuppressWarnings("NullAway.Init")
    SourceListCommand(Session session) {
        this.session = session;
    }

    private record Declared(
            String source, String channel, String account, String kind, String mapping, MappingHeader header) {}

    private record Sources(
            @Nullable List<Declared> sources, @Nullable List<ShippedMapping> mappings) {}

    @Override
    public Integer call() {
        Definitions definitions = session.definitions();
        if (mappings || table) {
            listMappings(shipped(definitions));
        } else {
            listSources(definitions.sources().stream()
                    .map(source -> declared(definitions, source))
                    .toList());
        }
        return ExitCode.COMPLETED;
    }

    private void listMappings(List<ShippedMapping> shipped) {
        if (session.isJson()) {
            Answer.json(spec, new Sources(null, shipped));
        } else if (table) {
            Answer.print(spec, ChannelTable.of(shipped));
        } else {
            shipped.forEach(it -> Answer.print(spec, text(it)));
        }
    }

    private void listSources(List<Declared> declared) {
        if (session.isJson()) {
            Answer.json(spec, new Sources(declared, null));
        } else {
            declared.forEach(it -> Answer.print(spec, text(it)));
        }
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

    private List<ShippedMapping> shipped(Definitions definitions) {
        Map<String, Example> examples = definitions.examples(session.home().path());
        return definitions.mappings().stream()
                .map(mapping -> new ShippedMapping(
                        mapping,
                        definitions.header(mapping),
                        examples.containsKey(mapping)
                                ? examples.get(mapping).samples().size()
                                : 0))
                .toList();
    }

    private static String text(Declared it) {
        return String.format(
                "%s: %s %s, %s through mapping %s%n%s",
                it.source(), it.channel(), it.account(), it.kind(), it.mapping(), ChannelFacts.of(it.header()));
    }

    private static String text(ShippedMapping it) {
        return String.format(
                "%s: %d %s%n%s",
                it.mapping(), it.samples(), it.samples() == 1 ? "sample" : "samples", ChannelFacts.of(it.header()));
    }
}
