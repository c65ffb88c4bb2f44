package dev.tributary.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The body of a request, read up to a limit of bytes and of time. */
final class RequestBody {

    private static final int BUFFER = 1 << 13;

    /** There are more bytes than the limit. */
    static final class TooLarge extends IOException {}

    /** The bytes come too slowly, or not at all. */
    static final class TooSlow extends IOException {}

    private RequestBody() {}

    /** @param announced how many bytes are said to come; below zero where it is not said */
    static byte[] read(InputStream in, long announced, long largest, Duration longest) throws IOException {
        if (announced > largest) {
            throw new TooLarge();
        }
        long until = System.nanoTime() + longest.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            body.write(buffer, 0, read);
            if (body.size() > largest) {
                throw new TooLarge();
            }
            if (System.nanoTime() - until > 0) {
                throw new TooSlow();
            }
        }
        return body.toByteArray();
    }
}
