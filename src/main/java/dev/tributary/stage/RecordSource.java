package dev.tributary.stage;

import dev.tributary.decode.DecodeOptions;
import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.decode.Payloads;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.FileExtract;
import dev.tributary.definition.FileOptions;
import dev.tributary.definition.HttpExtract;
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
        FileOptions options = source.extract() instanceof FileExtract file ? file.options() : FileOptions.NONE;
        return format(source, options, segment)
                .map(known -> decoder.open(segment.file(), known, decodeOptions(options, segment)))
                .orElseGet(
                        () -> Payloads.unreadable(
                                "the name of the file does not tell its format; set 'extract.format' in the source's definition"));
    }

    /** A web API answers with JSON, whatever its address ends in. */
    private static Optional<Format> format(SourceDefinition source, FileOptions options, Segment segment) {
        return source.extract() instanceof HttpExtract
                ? Optional.of(Format.JSON)
                : Optional.ofNullable(options.format()).or(() -> Format.ofFileName(segment.origin()));
    }

    private static DecodeOptions decodeOptions(FileOptions options, Segment segment) {
        DecodeOptions known = DecodeOptions.DEFAULT.named(segment.origin()).withColumns(options.columns());
        DecodeOptions inCharset = options.charset() == null ? known : known.inCharset(options.charset());
        return options.delimiter() == null ? inCharset : inCharset.delimitedBy(options.delimiter());
    }

    private Mapping compile(SourceDefinition source) {
        MappingContext context = new MappingContext(
                source.source(), source.channel(), source.account(), source.zone(), MappingContext.TIME_LIMIT);
        return Mapping.compile(definitions.mapping(source.mapping()), context);
    }
}
