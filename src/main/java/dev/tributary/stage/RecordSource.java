package dev.tributary.stage;

import dev.tributary.decode.DecodeOptions;
import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.decode.Payloads;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.FileOptions;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Segment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Opens segments as canonical records, each source's mapping compiled once. Not thread-safe: one for each partition. */
final class RecordSource {

    private final Definitions definitions;
    private final Decoder decoder;
    private final Map<String, Mapping> mappings = new HashMap<>();

    RecordSource(Definitions definitions, Decoder decoder) {
        this.definitions = definitions;
        this.decoder = decoder;
    }

    SegmentRecords open(Segment segment) {
        SourceDefinition source = definitions.source(segment.source());
        Mapping mapping = mappings.computeIfAbsent(source.source(), name -> compile(source));
        return new SegmentRecords(source, segment, payloads(source, segment), mapping);
    }

    private Payloads payloads(SourceDefinition source, Segment segment) {
        FileOptions options = source.extract().options();
        return Optional.ofNullable(options.format())
                .or(() -> Format.ofFileName(segment.origin()))
                .map(known -> decoder.open(segment.file(), known, decodeOptions(options, segment.origin())))
                .orElseGet(
                        () -> Payloads.unreadable(
                                "the name of the file does not tell its format; set 'extract.format' in the source's definition"));
    }

    static DecodeOptions decodeOptions(FileOptions options, String fileName) {
        DecodeOptions known = DecodeOptions.DEFAULT
                .named(fileName)
                .withColumns(options.columns())
                .withHeader(options.header())
                .groupedBy(options.group())
                .withLines(options.lines());
        DecodeOptions inCharset = options.charset() == null ? known : known.inCharset(options.charset());
        return options.delimiter() == null ? inCharset : inCharset.delimitedBy(options.delimiter());
    }

    private Mapping compile(SourceDefinition source) {
        return Mapping.compile(definitions.mapping(source.mapping()), MappingContext.of(source));
    }
}
