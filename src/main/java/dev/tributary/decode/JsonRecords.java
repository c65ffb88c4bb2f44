package dev.tributary.decode;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The elements of the file's list, or its documents. */
final class JsonRecords implements Records {

    private static final int LONGEST_ASSIGNMENT = 1024;

    private final ByteInput in;
    private final String blanks;
    private final JsonScanner scanner;
    private final JsonTree tree;
    private final Slice slice;
    private long ordinal;
    private boolean inList;
    private boolean listSeen;
    private boolean ended;

    private JsonRecords(ByteInput in, String blanks, DecodeLimits limits) {
        this.in = in;
        this.blanks = blanks;
        this.scanner = new JsonScanner(in);
        this.tree = new JsonTree(limits);
        this.slice = new Slice(limits);
    }

    static Records ofJson(Source source, DecodeOptions options) throws IOException {
        return new JsonRecords(new ByteInput(Text.utf8(source.in(), options.charset())), " \t\r\n", options.limits());
    }

    /** The X archive is JavaScript that assigns a list to a name. */
    static Records ofXArchive(Source source, DecodeOptions options) throws IOException {
        ByteInput in = new ByteInput(Text.utf8(source.in(), options.charset()));
        skipAssignment(in);
        return new JsonRecords(in, " \t\r\n;", options.limits());
    }

    private static void skipAssignment(ByteInput in) throws IOException {
        StringBuilder name = new StringBuilder();
        while (name.length() < LONGEST_ASSIGNMENT && in.peek() >= 0 && "=[{".indexOf(in.peek()) < 0) {
            name.append((char) in.read());
        }
        if (in.peek() == '=') {
            in.read();
        } else if (in.peek() < 0 || !name.toString().isBlank()) {
            throw Broken.unreadable("the file does not begin like a file of the X archive,"
                    + " 'window.YTD.tweets.part0 = ['; take the file as it lies in the archive's folder 'data'");
        }
    }

    @Override
    public @Nullable Payload next() throws IOException {
        int first = ended ? -1 : firstOfRecord();
        if (first < 0) {
            return null;
        }
        ordinal++;
        slice.clear();
        if (first == '{' || first == '[' || first == '"') {
            if (!scanner.takeBracketed(slice)) {
                throw cut();
            }
            return tree.payload(ordinal, "record", slice);
        }
        return bare();
    }

    /** After a bare word that is no JSON the next record's beginning is anybody's guess. */
    private Payload bare() throws IOException {
        scanner.takeBare(slice);
        Payload payload = tree.payload(ordinal, "record", slice);
        if (payload instanceof Payload.Unreadable && !slice.holds("null")) {
            ended = true;
            String where = ordinal == 1 ? "the file" : "the file, from record " + ordinal + " on,";
            return Broken.unreadable(where + " is not JSON; have it exported again")
                    .at(ordinal);
        }
        return payload;
    }

    /** Moves to the first byte of the next record; -1 where there is none. */
    private int firstOfRecord() throws IOException {
        while (true) {
            int c = in.peek();
            if (c < 0) {
                return end();
            }
            if (c == '[' && !inList) {
                inList = true;
                listSeen = true;
            } else if (c == ']' && inList) {
                inList = false;
            } else if (blanks.indexOf(c) < 0 && c != ',') {
                return c;
            }
            in.read();
        }
    }

    private int end() throws Broken {
        if (inList) {
            throw Broken.unreadable("the file ends in the middle of its list, after record " + ordinal
                    + "; it was cut on the way, have it exported again");
        }
        if (ordinal == 0 && !listSeen) {
            throw Broken.unreadable("the file is empty; have it exported again");
        }
        return -1;
    }

    private Broken cut() {
        if (slice.tooLarge()) {
            return Broken.tooLarge(
                    "record " + ordinal + " is larger than the setting tributary.decode.largest-record and never ends;"
                            + " have the file exported again");
        }
        return Broken.unreadable("the file ends in the middle of record " + ordinal
                + "; it was cut on the way, or that record lacks a bracket or quotation mark: have it exported again");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
