package dev.tributary.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file of text: its byte order mark says more about the charset than the options do. */
final class Text {

    private Text() {}

    /** The text as UTF-8 without a byte order mark. What was not in the charset is not UTF-8 either. */
    static InputStream utf8(InputStream in, Charset declared) throws IOException {
        PushbackInputStream head = new PushbackInputStream(in, 3);
        Charset charset = charset(head, declared);
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                ? head
                : new Utf8Stream(new MarkingReader(head, charset));
    }

    /** The text; what is not in the charset is {@link MarkingReader#MALFORMED}. */
    static Reader reader(InputStream in, Charset declared) throws IOException {
        PushbackInputStream head = new PushbackInputStream(in, 3);
        return new MarkingReader(head, charset(head, declared));
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

    private static Charset charset(PushbackInputStream in, Charset declared) throws IOException {
        byte[] mark = new byte[3];
        int count = in.readNBytes(mark, 0, 3);
        Charset found = declared;
        int used = 0;
        if (count == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
            found = StandardCharsets.UTF_8;
            used = 3;
        } else if (count >= 2 && (mark[0] & mark[1]) == (byte) 0xFE && mark[0] != mark[1]) {
            found = mark[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            used = 2;
        }
        in.unread(mark, used, count - used);
        return found;
    }
}
