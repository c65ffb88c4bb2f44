package dev.tributary.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Reads text and marks what is not in its charset, so that one wrong record costs only itself. The replacement character
 * would not do: it may be in a sound text.
 */
final class MarkingReader extends Reader {

    /** A noncharacter: no text carries it. */
    static final char MALFORMED = '\uFFFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(1 << 14).limit(0);
    private boolean ended;

    MarkingReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private void decode() throws IOException {
        chars.clear().limit(chars.capacity() - 1);
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError()) {
            bytes.position(bytes.position() + result.length());
            chars.limit(chars.capacity()).put(MALFORMED);
        }
        chars.flip();
        if (result.isUnderflow() && !chars.hasRemaining()) {
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
