package dev.tributary.decode;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The payloads of one file in one format. Whatever {@link #next} throws ends the file. */
interface Records extends Closeable {

    /** The next payload; null after the last. */
    @Nullable
    Payload next() throws IOException;

    /** Opens the records of a file. */
    @FunctionalInterface
    interface Opening {
        Records open() throws IOException;
    }
}
