package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tributary.decode.Payload;
import dev.tributary.interaction.CanonicalRecord;
import dev.tributary.stage.MappedRecord.Mapped;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a newcomer's first run reads. */
class BundledSourcesTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @CsvFileSource(resources = "/bundled-sources.csv", numLinesToSkip = 1)
    void mapsTheBundledSamples(String source, int interactions, int deletions, int filtered, int unreadable)
            throws Exception {
        JsonNode definition = definition(source);
        Path mapping = Path.of("mappings", definition.path("mapping").asString() + ".jsonata");
        assumeThat(mapping).exists();

        List<MappedRecord> records = new ArrayList<>();
        int broken = 0;
        for (Payload payload : payloads(definition)) {
            if (payload instanceof Payload.Readable readable) {
                records.addAll(compiled(mapping, definition).map(readable.content(), "payload.json"));
            } else {
                broken++;
            }
        }

        assertThat(broken).isEqualTo(unreadable);
        assertThat(records).allMatch(Mapped.class::isInstance);
        assertThat(records)
                .filteredOn(it -> is(it, CanonicalRecord.Interaction.class))
                .hasSize(interactions);
        assertThat(records)
                .filteredOn(it -> is(it, CanonicalRecord.Deletion.class))
                .hasSize(deletions);
        assertThat(records)
                .filteredOn(it -> is(it, CanonicalRecord.Filtered.class))
                .hasSize(filtered);
    }

    @Test
    void theNightlyJobNamesEverySource() throws Exception {
        List<String> named = YAML.readTree(Files.readString(Path.of("jobs/nightly-sync.yaml")))
                .path("sources")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        try (Stream<Path> files = Files.list(Path.of("jobs/sources"))) {
            assertThat(files.map(it -> it.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private static JsonNode definition(String source) throws Exception {
        return YAML.readTree(Files.readString(Path.of("jobs/sources", source + ".yaml")));
    }

    private static List<Payload> payloads(JsonNode definition) throws Exception {
        Path jobs = Path.of("jobs");
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher(
                        "glob:" + definition.path("extract").path("path").asString());
        List<Payload> payloads = new ArrayList<>();
        try (Stream<Path> files = Files.walk(jobs)) {
            for (Path file : files.filter(it -> matcher.matches(jobs.relativize(it)))
                    .sorted()
                    .toList()) {
                payloads.addAll(Decoded.all(file));
            }
        }
        return payloads;
    }

    private static Mapping compiled(Path mapping, JsonNode definition) throws Exception {
        return Mapping.compile(
                Files.readString(mapping),
                new MappingContext(
                        definition.path("source").asString(),
                        definition.path("channel").asString(),
                        definition.path("account").asString(),
                        ZoneId.of(definition.path("zone").asString("UTC")),
                        MappingContext.TIME_LIMIT));
    }

    private static boolean is(MappedRecord record, Class<? extends CanonicalRecord> kind) {
        return record instanceof Mapped mapped && kind.isInstance(mapped.record());
    }
}
