package dev.tributary.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of one feed. */
final class FeedRecords implements Records {

    private final Source source;
    private final DecodeOptions options;
    private @Nullable Iterator<Map<String, Object>> entries;
    private long ordinal;

    FeedRecords(Source source, DecodeOptions options) {
        this.source = source;
        this.options = options;
    }

    @Override
    public @Nullable Payload next() throws IOException {
        if (entries == null) {
            entries = entries(source.record(options.limits())).iterator();
        }
        return entries.hasNext() ? new Payload.Readable(++ordinal, entries.next()) : null;
    }

    private List<Map<String, Object>> entries(byte[] bytes) throws IOException {
        if (JsonFeed.is(bytes)) {
            try (Records json = JsonRecords.ofJson(source.reading(new ByteArrayInputStream(bytes)), options)) {
                return JsonFeed.entries(json.next());
            }
        }
        FeedDocument document = FeedDocument.of(bytes, options.limits());
        return document.entries(new FeedHead(document).content());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
