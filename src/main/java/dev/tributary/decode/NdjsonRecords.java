package dev.tributary.decode;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON document a line. */
final class NdjsonRecords implements Records {

    private final ByteInput in;
    private final JsonTree tree;
    private final Slice slice;
    private long line;

    NdjsonRecords(Source source, DecodeOptions options) throws IOException {
        this.in = new ByteInput(Text.utf8(source.in(), options.charset()));
        this.tree = new JsonTree(options.limits());
        this.slice = new Slice(options.limits());
    }

    @Override
    public @Nullable Payload next() throws IOException {
        slice.clear();
        while (in.readLine(slice)) {
            line++;
            if (!slice.isBlank()) {
                return tree.payload(line, "line", slice);
            }
            slice.clear();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
