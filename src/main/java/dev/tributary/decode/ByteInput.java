package dev.tributary.decode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A file seen through a moving window. */
final class ByteInput implements Closeable {

    private final InputStream in;
    private final ByteBuffer window = ByteBuffer.allocate(1 << 16).limit(0);

    ByteInput(InputStream in) {
        this.in = in;
    }

    /** What can be read now, at least one byte and backed by an array; null at the end of the file. */
    @Nullable
    ByteBuffer window() throws IOException {
        while (!window.hasRemaining()) {
            int count = in.read(window.array());
            if (count < 0) {
                return null;
            }
            window.position(0).limit(count);
        }
        return window;
    }

    /** The next byte, 0 to 255; -1 at the end of the file. */
    int read() throws IOException {
        return window() == null ? -1 : window.get() & 0xFF;
    }

    /** The byte that {@link #read} would return. */
    int peek() throws IOException {
        return window() == null ? -1 : window.get(window.position()) & 0xFF;
    }

    /**
     * Puts the next line with its line break at the end of the slice.
     *
     * @return false at the end of the file
     */
    boolean readLine(Slice slice) throws IOException {
        if (window() == null) {
            return false;
        }
        boolean ended = false;
        while (!ended && window() != null) {
            int start = window.position();
            int at = start;
            while (at < window.limit() && !ended) {
                ended = window.array()[at++] == '\n';
            }
            slice.append(window.array(), start, at - start);
            window.position(at);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
