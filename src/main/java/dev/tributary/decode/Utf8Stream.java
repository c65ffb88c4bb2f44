package dev.tributary.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Text of another charset as UTF-8; a marked character becomes a byte that UTF-8 does not know. */
final class Utf8Stream extends InputStream {

    private static final byte NOT_UTF8 = (byte) 0xFF;

    private final Reader reader;
    private final char[] chars = new char[1 << 14];
    private int carried;
    private byte[] bytes = {};
    private int at;

    Utf8Stream(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (at == bytes.length) {
            if (!encode()) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean encode() throws IOException {
        int read = reader.read(chars, carried, chars.length - carried);
        if (read < 0) {
            return false;
        }
        int count = carried + read;
        carried = Character.isHighSurrogate(chars[count - 1]) ? 1 : 0;
        bytes = new String(chars, 0, count - carried).getBytes(StandardCharsets.UTF_8);
        chars[0] = chars[count - 1];
        at = 0;
        spoilMarked();
        return true;
    }

    private void spoilMarked() {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && bytes[i + 2] == (byte) 0xBF) {
                bytes[i] = NOT_UTF8;
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
