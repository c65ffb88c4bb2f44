package dev.tributary.definition;

import dev.tributary.decode.LinePatterns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code mappings/samples/}. */
final class ExampleReader {

    private static final String SOURCE = "source.yaml";
    private static final String EXPECTED = ".expected.json";

    private final DefinitionFiles files;
    private final Problems problems;
    private final Map<String, LinePatterns> lines;

    /** @param lines how the records of text files begin, by mapping */
    ExampleReader(DefinitionFiles files, Problems problems, Map<String, LinePatterns> lines) {
        this.files = files;
        this.problems = problems;
        this.lines = lines;
    }

    /** The example of each mapping that has one, by its name. */
    Map<String, Example> read(Collection<String> mappings) {
        Map<String, Example> examples = new TreeMap<>();
        for (String mapping : mappings) {
            String folder = "mappings/samples/" + mapping;
            Map<String, byte[]> contents = files.contents(folder);
            Optional.ofNullable(contents.get(folder + "/" + SOURCE))
                    .flatMap(source -> YamlFile.read(folder + "/" + SOURCE, DefinitionFiles.text(source), problems))
                    .flatMap(new SourceReader(List.of(mapping), lines)::read)
                    .ifPresent(source -> examples.put(mapping, new Example(source, samples(contents))));
        }
        return examples;
    }

    private List<Example.Sample> samples(Map<String, byte[]> contents) {
        List<Example.Sample> samples = new ArrayList<>();
        contents.forEach((file, payload) -> {
            if (!file.endsWith(EXPECTED) && !file.endsWith("/" + SOURCE)) {
                byte[] expected = contents.get(file.substring(0, file.lastIndexOf('.')) + EXPECTED);
                if (expected == null) {
                    problems.add(
                            file,
                            0,
                            "",
                            "has no expected records beside it",
                            "add what tributary source test --record writes");
                } else {
                    samples.add(new Example.Sample(file, payload, DefinitionFiles.text(expected)));
                }
            }
        });
        return samples;
    }
}
