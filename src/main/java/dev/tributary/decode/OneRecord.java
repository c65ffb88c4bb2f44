package dev.tributary.decode;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is one record, such as a mail or an XML document. */
final class OneRecord implements Records {

    /** Reads the bytes of the whole file. */
    interface Reading {
        Payload of(byte[] file, DecodeLimits limits) throws IOException;
    }

    private final Source source;
    private final DecodeLimits limits;
    private final Reading reading;
    private boolean read;

    OneRecord(Source source, DecodeLimits limits, Reading reading) {
        this.source = source;
        this.limits = limits;
        this.reading = reading;
    }

    @Override
    public @Nullable Payload next() throws IOException {
        if (read) {
            return null;
        }
        read = true;
        return reading.of(source.record(limits), limits);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
