package dev.tributary.inbox;

import java.io.ByteArrayOutputStream;

/** Bytes behind one another. */
final class Bytes {

    private Bytes() {}

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
