package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tributary.stage.MappedRecord.Mapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each sample beside a mapping gives the records that are expected of it. */
class SocialMappingSamplesTest {

    private static final Map<String, String> ACCOUNTS = Map.of(
            "x-v2", "@acme",
            "x-dm", "9001",
            "x-archive", "9001",
            "facebook-feed", "5550001",
            "facebook-graph", "5550001",
            "messenger", "5550001",
            "line-webhook", "Uacme00000000000000000000000000000",
            "whatsapp-cloud", "300000000000001");

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_DEFAULT))
            .build();

    static Stream<Path> samples() {
        return ACCOUNTS.keySet().stream().sorted().flatMap(SocialMappingSamplesTest::samplesOf);
    }

    private static Stream<Path> samplesOf(String mapping) {
        try (Stream<Path> files = Files.list(Path.of("mappings", "samples", mapping))) {
            return files.filter(it -> !it.toString().endsWith(".expected.json")).sorted().toList().stream();
        } catch (IOException missing) {
            throw new AssertionError("no samples for " + mapping, missing);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesTheRecordsThatAreExpectedOfIt(Path sample) throws Exception {
        String name = sample.getParent().getFileName().toString();
        Mapping mapping = SocialPayloads.mapping(name, ACCOUNTS.get(name));

        List<JsonNode> records = SocialPayloads.of(sample).stream()
                .flatMap(payload -> mapping.map(payload).stream())
                .map(SocialMappingSamplesTest::asJson)
                .toList();

        JsonNode expected = JSON.readTree(Path.of(sample.toString().replace(".json", ".expected.json")));
        assertThat(records).containsExactlyElementsOf(expected);
    }

    /** An unmapped record as it prints itself, so that a failure says why. */
    private static JsonNode asJson(MappedRecord record) {
        return record instanceof Mapped mapped
                ? JSON.readTree(JSON.writeValueAsString(mapped.record()))
                : JSON.stringNode(record.toString());
    }
}
