package dev.tributary.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file of text: its byte order mark says more about the charset than the options do. */
final class Text {

    private final InputStream in;
    private final Charset charset;

    private Text(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /** The text as UTF-8 without a byte order mark. What was not in the charset is not UTF-8 either. */
    static InputStream utf8(InputStream in, Charset declared) throws IOException {
        Text text = of(in, declared);
        return text.charset.equals(StandardCharsets.UTF_8) || text.charset.equals(StandardCharsets.US_ASCII)
                ? text.in
                : new Utf8Stream(new MarkingReader(text.in, text.charset));
    }

    /** The text; what is not in the charset is {@link MarkingReader#MALFORMED}. */
    static Reader reader(InputStream in, Charset declared) throws IOException {
        Text text = of(in, declared);
        return new MarkingReader(text.in, text.charset);
    }

    /** The text that the bytes are in the charset; null where they are not. */
    static @Nullable String strictly(Charset charset, byte[] bytes, int length) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return text.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Text of(InputStream in, Charset declared) throws IOException {
        byte[] head = in.readNBytes(3);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Text(in, StandardCharsets.UTF_8);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new Text(after(head, in), StandardCharsets.UTF_16BE);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new Text(after(head, in), StandardCharsets.UTF_16LE);
        }
        return new Text(new SequenceInputStream(new ByteArrayInputStream(head), in), declared);
    }

    private static InputStream after(byte[] mark, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(mark, 2, mark.length - 2), rest);
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
