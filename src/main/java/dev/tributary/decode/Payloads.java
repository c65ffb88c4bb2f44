package dev.tributary.decode;

import dev.tributary.run.FailureCode;
import java.io.Closeable;
import java.util.Iterator;
import java.util.List;

/**
 * The payloads of one file, in the file's order, read as they are asked for.
 *
 * <p>A record that cannot be read is an {@link Payload.Unreadable} and the next one follows where the format allows to find
 * it; where it does not, that payload is the last. {@link #next} throws nothing but {@code NoSuchElementException}. Not
 * thread-safe.
 */
public interface Payloads extends Iterator<Payload>, Closeable {

    /** Those of a file that nobody can open: one, which says why. */
    static Payloads unreadable(String reason) {
        Iterator<Payload> only = List.<Payload>of(new Payload.Unreadable(1, FailureCode.UNREADABLE, reason))
                .iterator();
        return new Payloads() {
            @Override
            public boolean hasNext() {
                return only.hasNext();
            }

            @Override
            public Payload next() {
                return only.next();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
