package dev.tributary.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The records of one compressed file. */
final class GzRecords implements Records {

    private static final int BUFFER = 1 << 16;

    private final Records content;
    private final InputStream compressed;

    private GzRecords(Records content, InputStream compressed) {
        this.content = content;
        this.compressed = compressed;
    }

    static Records of(Source source, DecodeOptions options) throws IOException {
        String name = source.name().replaceFirst("(?i)\\.gz$", "");
        Format format = Format.ofFileName(name)
                .orElseThrow(() -> Broken.unreadable("the name before .gz has no ending that says what is inside;"
                        + " name the file like 'messages.ndjson.gz'"));
        if (format == Format.ZIP || format == Format.GZ) {
            throw Broken.unreadable("the file is an archive in an archive; unpack it once");
        }
        CountingStream counted = new CountingStream(source.in());
        InputStream compressed = new GZIPInputStream(counted, BUFFER);
        ExpansionGuard guard = new ExpansionGuard(compressed, counted::count, options.limits());
        return new GzRecords(
                Decoder.records(new Source(name, guard, null, source.scratch()), format, options), compressed);
    }

    @Override
    public @Nullable Payload next() throws IOException {
        return content.next();
    }

    @Override
    public void close() throws IOException {
        try (compressed) {
            content.close();
        }
    }
}
