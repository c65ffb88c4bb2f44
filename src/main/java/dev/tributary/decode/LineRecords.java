package dev.tributary.decode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file of lines. A line that begins none belongs to the record before it. What a carry line says is in all
 * records after it; the line itself is a record too, which says nothing else, so that no line is lost.
 */
final class LineRecords implements Records {

    /** The field that takes the lines which follow a record's first; its characters stay as they are. */
    static final String TEXT = "text";

    /** The field of the lines before the first record. */
    static final String PREAMBLE = "preamble";

    private final LineReader in;
    private final LinePatterns patterns;
    private final long limit;
    private final Map<String, Object> carried = new LinkedHashMap<>();
    private @Nullable LineRecord open;
    private long line;

    private LineRecords(LineReader in, LinePatterns patterns, long limit) {
        this.in = in;
        this.patterns = patterns;
        this.limit = limit;
    }

    static Records of(Source source, DecodeOptions options) throws IOException {
        if (options.lines().isEmpty()) {
            throw Broken.unreadable("nothing says how a record begins in this file of lines;"
                    + " set 'extract.lines.start' in the source's definition");
        }
        long limit = options.limits().recordBytes();
        LineReader in = new LineReader(Text.reader(source.in(), options.charset()), limit);
        return new LineRecords(in, options.lines(), limit);
    }

    @Override
    public @Nullable Payload next() throws IOException {
        for (String text = in.next(); text != null; text = in.next()) {
            line++;
            LineRecord begun = begun(text);
            if (begun == null) {
                continued().add(text, in.tooLong());
            } else {
                LineRecord ended = open;
                open = begun;
                if (ended != null && !ended.isBlank()) {
                    return ended.payload();
                }
            }
        }
        LineRecord last = open;
        open = null;
        return last == null || last.isBlank() ? null : last.payload();
    }

    private @Nullable LineRecord begun(String text) {
        CleanLine clean = new CleanLine(text);
        Optional<Map<String, Object>> fields = patterns.begun(clean);
        if (fields.isEmpty()) {
            fields = patterns.carried(clean);
            fields.ifPresent(carried::putAll);
        }
        return fields.map(own -> {
                    Map<String, Object> all = new LinkedHashMap<>(carried);
                    all.putAll(own);
                    return new LineRecord(line, all, TEXT, text, in.tooLong(), limit);
                })
                .orElse(null);
    }

    private LineRecord continued() {
        LineRecord record = open == null ? LineRecord.preamble(line, limit) : open;
        open = record;
        return record;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
