package dev.tributary.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One mail. */
final class EmlRecords implements Records {

    private final Source source;
    private final DecodeLimits limits;
    private boolean read;

    EmlRecords(Source source, DecodeLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    @Override
    public @Nullable Payload next() throws IOException {
        if (read) {
            return null;
        }
        read = true;
        byte[] bytes = source.record(limits);
        return Mail.payload(1, new ByteArrayInputStream(bytes), limits, null);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
