package dev.tributary.extract;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Expands what came compressed, no further than to a limit. */
final class Gzip {

    private Gzip() {}

    /** @throws IOException where it is cut off or broken; {@link BoundedBody.TooLarge} where it is larger than the limit */
    static byte[] expanded(byte[] body, long limit) throws IOException {
        if (body.length == 0) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] expanded = in.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 16));
            if (in.read() >= 0) {
                throw new BoundedBody.TooLarge();
            }
            return expanded;
        } catch (EOFException cutOff) {
            throw new IOException(cutOff);
        }
    }
}
