package dev.tributary.decode;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Watches what a CSV parser reads: an unclosed quotation mark would take the rest of the file into one cell. */
final class RowReader extends FilterReader {

    private final long limit;
    private long sinceRow;
    private int last = '\n';
    private boolean ended;

    RowReader(Reader in, long limit) {
        super(in);
        this.limit = limit;
    }

    void rowBegins() {
        sinceRow = 0;
    }

    /** Whether all is read and the last line has no line break. */
    boolean endedWithinLine() {
        return ended && last != '\n' && last != '\r';
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (sinceRow > limit) {
            throw Broken.tooLarge("the row is larger than " + limit + " characters, probably because a quotation mark"
                    + " is not closed; correct it, or raise the setting tributary.decode.largest-record");
        }
        int count = super.read(target, offset, length);
        ended = count < 0;
        if (count > 0) {
            sinceRow += count;
            last = target[offset + count - 1];
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
