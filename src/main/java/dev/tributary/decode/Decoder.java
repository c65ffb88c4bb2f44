package dev.tributary.decode;

import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files of every known {@link Format}. Thread-safe; what it opens is not. */
public final class Decoder {

    private final Path scratch;
    private final DecodeLimits limits;

    /** Within the limits that hold where nobody set others. */
    public Decoder(Home home) {
        this(home, DecodeLimits.DEFAULT);
    }

    /** Files that live no longer than the reading lie below the home folder. */
    Decoder(Home home, DecodeLimits limits) {
        this(home.written().resolve("scratch"), limits);
    }

    /** @param scratch the folder for files that live no longer than the reading; made where it is needed */
    Decoder(Path scratch, DecodeLimits limits) {
        this.scratch = scratch;
        this.limits = limits;
    }

    /**
     * The payloads of a file. Nothing is thrown for a file that cannot be opened: it has one payload, which says why.
     *
     * @return to be closed by the caller, which releases the file
     */
    public Payloads open(Path file, Format format, DecodeOptions options) {
        String name = options.fileName() == null ? String.valueOf(file.getFileName()) : options.fileName();
        return new GuardedPayloads(() ->
                records(new Source(name, Files.newInputStream(file), file, scratch), format, options.within(limits)));
    }

    /** Opens what may itself lie in a compressed file; closes the source where that fails. */
    static Records records(Source source, Format format, DecodeOptions options) throws IOException {
        try {
            FirstBytes first = FirstBytes.of(source.in());
            first.expect(format);
            return recordsOf(source.reading(first.before(source.in())), format, options);
        } catch (IOException | RuntimeException thrown) {
            source.close();
            throw thrown;
        }
    }

    private static Records recordsOf(Source source, Format format, DecodeOptions options) throws IOException {
        return switch (format) {
            case JSON -> JsonRecords.ofJson(source, options);
            case X_ARCHIVE -> JsonRecords.ofXArchive(source, options);
            case NDJSON -> new NdjsonRecords(source, options);
            case LINES -> LineRecords.of(source, options);
            case CSV -> rows(source, options, () -> CsvRecords.of(source, options));
            case XLSX -> rows(source, options, () -> XlsxRecords.of(source, options.limits()));
            case XML -> new OneRecord(source, options.limits(), XmlDocument::read);
            case FEED -> new FeedRecords(source, options);
            case EML -> new OneRecord(source, options.limits(), Mail::read);
            case MBOX -> new MboxRecords(source, options.limits());
            case ZIP -> new ZipRecords(source, options);
            case GZ -> GzRecords.of(source, options);
        };
    }

    private static Records rows(Source source, DecodeOptions options, Records.Opening rows) throws IOException {
        return options.group().isEmpty() ? rows.open() : new GroupedRecords(source, options, rows);
    }
}
