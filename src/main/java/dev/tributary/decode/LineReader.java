package dev.tributary.decode;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines that end in CRLF, LF, CR or the line separator U+2028. What exceeds the limit is not kept. */
final class LineReader implements Closeable {

    private final Reader in;
    private final long limit;
    private final char[] chars = new char[1 << 14];
    private int at;
    private int end;
    private boolean afterReturn;
    private boolean tooLong;

    LineReader(Reader in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its break, cut where it is {@link #tooLong}; null after the last. */
    @Nullable
    String next() throws IOException {
        int c = read();
        if (c == '\n' && afterReturn) {
            c = read();
        }
        if (c < 0) {
            return null;
        }
        tooLong = false;
        StringBuilder line = new StringBuilder();
        while (c >= 0 && !isBreak(c)) {
            if (line.length() < limit) {
                line.append((char) c);
            } else {
                tooLong = true;
            }
            c = read();
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    /** Whether the line that was read last is longer than the limit. */
    boolean tooLong() {
        return tooLong;
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\u2028';
    }

    private int read() throws IOException {
        while (at == end) {
            at = 0;
            end = in.read(chars, 0, chars.length);
            if (end < 0) {
                end = 0;
                return -1;
            }
        }
        return chars[at++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
