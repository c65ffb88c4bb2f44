package dev.tributary.decode;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one record. What exceeds the limit is not kept. */
final class Slice {

    private static final int FIRST_SIZE = 4096;

    private final long limit;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;
    private boolean tooLarge;

    Slice(DecodeLimits limits) {
        this.limit = Math.min(limits.recordBytes(), Integer.MAX_VALUE - 16);
    }

    void clear() {
        length = 0;
        tooLarge = false;
    }

    /** Has the record count as too large. */
    void spoil() {
        tooLarge = true;
    }

    void append(byte[] from, int start, int count) {
        if (tooLarge || (long) length + count > limit) {
            tooLarge = true;
            return;
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(bytes.length * 2L, (long) length + count)));
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return !tooLarge;
    }

    boolean holds(String ascii) {
        return ascii.equals(new String(bytes, 0, Math.min(length, ascii.length() + 1), StandardCharsets.ISO_8859_1));
    }

    InputStream asStream() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    /** Says of a record that it was too large. */
    Payload.Unreadable refused(long line, String what) {
        return Broken.tooLarge(what + " " + line + " is larger than " + limit
                        + " bytes; have it split, or raise the setting tributary.decode.largest-record")
                .at(line);
    }
}
