package dev.tributary.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.decode.Payload;
import dev.tributary.decode.Payloads;
import dev.tributary.definition.Example;
import dev.tributary.definition.FileOptions;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.ImapExtract;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps the samples that lie beside a mapping, and compares the records with those that are expected. Thread-safe. */
public final class Samples {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_DEFAULT))
            .build();

    /** Samples are never landed; what is expected of them does not change from day to day. */
    private static final OffsetDateTime LANDED = OffsetDateTime.parse("2026-06-01T00:00:00Z");

    private final Decoder decoder;

    public Samples(Decoder decoder) {
        this.decoder = decoder;
    }

    /**
     * One record that is not as expected.
     *
     * @param record its ordinal in the sample, from 1
     * @param expected as JSON; empty where there should be none
     * @param actual as JSON; empty where there is none
     */
    public record Deviation(String file, int record, String expected, String actual) {}

    /** One payload and what is made of it, both as JSON. */
    public record Translation(String payload, List<String> records) {}

    /** Where the samples give other records than they should; empty where all is right. */
    public List<Deviation> check(Example example, String mapping) {
        List<Deviation> deviations = new ArrayList<>();
        for (Example.Sample sample : example.samples()) {
            List<JsonNode> actual = records(example.source(), mapping, sample);
            List<JsonNode> expected = expected(sample);
            for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
                String is = i < actual.size() ? actual.get(i).toPrettyString() : "";
                String should = i < expected.size() ? expected.get(i).toPrettyString() : "";
                if (i >= actual.size() || i >= expected.size() || !actual.get(i).equals(expected.get(i))) {
                    deviations.add(new Deviation(sample.file(), i + 1, should, is));
                }
            }
        }
        return deviations;
    }

    /** What a file's payloads become, at most so many of them. */
    public List<Translation> translate(SourceDefinition source, String mapping, Path file, String name, int most) {
        Mapping compiled = Mapping.compile(mapping, MappingContext.of(source));
        List<Translation> translations = new ArrayList<>();
        try (Payloads payloads = open(source, file, name)) {
            while (payloads.hasNext() && translations.size() < most) {
                Payload payload = payloads.next();
                translations.add(new Translation(
                        payload instanceof Payload.Readable readable
                                ? JSON.valueToTree(readable.content()).toPrettyString()
                                : "",
                        json(records(compiled, payload, name))));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return translations;
    }

    /** What a file is to become from now on: the JSON list that {@link #check} compares with. */
    public String expected(SourceDefinition source, String mapping, Path file, String name) {
        Mapping compiled = Mapping.compile(mapping, MappingContext.of(source));
        List<JsonNode> records = new ArrayList<>();
        try (Payloads payloads = open(source, file, name)) {
            payloads.forEachRemaining(payload -> records.addAll(records(compiled, payload, name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return JSON.createArrayNode().addAll(records).toPrettyString() + "\n";
    }

    private List<JsonNode> records(SourceDefinition source, String mapping, Example.Sample sample) {
        Mapping compiled = Mapping.compile(mapping, MappingContext.of(source));
        List<JsonNode> records = new ArrayList<>();
        try {
            Path file = Files.createTempFile("tributary", sample.name());
            try {
                Files.write(file, sample.payload());
                try (Payloads payloads = open(source, file, sample.name())) {
                    payloads.forEachRemaining(payload -> records.addAll(records(compiled, payload, sample.name())));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return records;
    }

    private Payloads open(SourceDefinition source, Path file, String name) {
        FileOptions options = source.extract().options();
        return format(source, options, name)
                .map(format -> decoder.open(file, format, RecordSource.decodeOptions(options, name)))
                .orElseGet(() -> Payloads.unreadable("the name of the file does not tell its format"));
    }

    /** What the source declares; but beside an API's pages and a mailbox there may be samples in other formats. */
    private static Optional<Format> format(SourceDefinition source, FileOptions options, String name) {
        Optional<Format> declared = Optional.ofNullable(options.format());
        Optional<Format> told = Format.ofFileName(name);
        boolean mixed = source.extract() instanceof HttpExtract || source.extract() instanceof ImapExtract;
        return mixed ? told.or(() -> declared) : declared.or(() -> told);
    }

    private static List<JsonNode> records(Mapping mapping, Payload payload, String name) {
        if (payload instanceof Payload.Unreadable unreadable) {
            return List.of(asJson(new Unmapped(unreadable.code(), unreadable.reason())));
        }
        Payload.Readable readable = (Payload.Readable) payload;
        return mapping.map(readable.content(), new Origin(name, readable.entry(), LANDED)).stream()
                .map(Samples::asJson)
                .toList();
    }

    private static List<String> json(List<JsonNode> records) {
        return records.stream().map(JsonNode::toPrettyString).toList();
    }

    /** A record that could not be mapped is {@code {"quarantined": CODE, "reason": …}}. */
    private static JsonNode asJson(MappedRecord record) {
        return record instanceof Mapped mapped
                ? JSON.readTree(JSON.writeValueAsString(mapped.record()))
                : JSON.createObjectNode()
                        .put("quarantined", ((Unmapped) record).code().name())
                        .put("reason", ((Unmapped) record).reason());
    }

    private static List<JsonNode> expected(Example.Sample sample) {
        try {
            return JSON.readTree(sample.expected()).valueStream().toList();
        } catch (JacksonException broken) {
            return List.of(JSON.stringNode(sample.file() + ": its expected records are no JSON"));
        }
    }
}
