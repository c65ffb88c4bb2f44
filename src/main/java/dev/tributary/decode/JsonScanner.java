package dev.tributary.decode;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Finds where a JSON value ends, by its brackets and quotation marks only, so that a wrong one costs only itself. */
final class JsonScanner {

    private final ByteInput in;
    private int depth;
    private boolean inText;
    private boolean escaped;

    JsonScanner(ByteInput in) {
        this.in = in;
    }

    /**
     * Takes an object, a list or a text, from its first byte to its last.
     *
     * @return false where the file ends inside
     */
    boolean takeBracketed(Slice slice) throws IOException {
        depth = 0;
        inText = false;
        escaped = false;
        while (in.window() != null) {
            ByteBuffer window = in.window();
            int start = window.position();
            int end = endWithin(window.array(), start, window.limit());
            int stop = end < 0 ? window.limit() : end;
            slice.append(window.array(), start, stop - start);
            window.position(stop);
            if (end >= 0) {
                return true;
            }
        }
        return false;
    }

    private int endWithin(byte[] bytes, int start, int limit) {
        for (int i = start; i < limit; i++) {
            byte c = bytes[i];
            if (inText) {
                readText(c);
            } else if (c == '"') {
                inText = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (depth <= 0 && !inText) {
                return i + 1;
            }
        }
        return -1;
    }

    private void readText(byte c) {
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            inText = false;
        }
    }

    /** Takes a number or a word. */
    void takeBare(Slice slice) throws IOException {
        byte[] one = new byte[1];
        while (in.peek() >= 0 && " \t\r\n,]}[{\":;".indexOf(in.peek()) < 0) {
            one[0] = (byte) in.read();
            slice.append(one, 0, 1);
        }
    }
}
