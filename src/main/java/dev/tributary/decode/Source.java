package dev.tributary.decode;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one file.
 *
 * @param name the file's own name
 * @param path where it lies on the disk as it is; null where it comes out of a compressed file
 * @param scratch the folder for files that live no longer than the reading
 */
record Source(String name, InputStream in, @Nullable Path path, Path scratch) implements Closeable {

    Source reading(InputStream other) {
        return new Source(name, other, path, scratch);
    }

    /** The whole file, where it is one record. */
    byte[] record(DecodeLimits limits) throws IOException {
        int most = (int) Math.min(limits.recordBytes(), Integer.MAX_VALUE - 16);
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw Broken.tooLarge("the file is one record and larger than " + most
                    + " bytes; have it split, or raise the setting tributary.decode.largest-record");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
