package dev.tributary.decode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say about itself.
 *
 * @param charset of JSON, NDJSON, X archive, CSV and text files without a byte order mark; the other formats declare theirs
 * @param delimiter what separates the cells of a CSV file
 * @param columns the columns of a CSV file without a header line; empty where the first line is the header
 * @param header the first cells that the header line of a CSV file may have, the lines above it being no rows; empty where it
 *     is the first line
 * @param lines how the records of a file of lines begin. Of an archive only the files of lines are then read: the others are
 *     what people sent to each other.
 * @param group the columns of a table whose rows make one payload {@code {"rows": […]}} where they have the same values in
 *     them; empty where each row is one
 * @param limits the decoder's own, whatever is said here
 * @param fileName the file's own name where the path carries another; null takes the path's. A compressed file's content
 *     is known by it: {@code messages.ndjson.gz}.
 */
public record DecodeOptions(
        Charset charset,
        char delimiter,
        List<String> columns,
        List<String> header,
        List<String> group,
        LinePatterns lines,
        DecodeLimits limits,
        @Nullable String fileName) {

    /** UTF-8, comma, a header line and the path's name. */
    public static final DecodeOptions DEFAULT = new DecodeOptions(
            StandardCharsets.UTF_8,
            ',',
            List.of(),
            List.of(),
            List.of(),
            LinePatterns.NONE,
            DecodeLimits.DEFAULT,
            null);

    public DecodeOptions {
        columns = List.copyOf(columns);
        header = List.copyOf(header);
        group = List.copyOf(group);
    }

    public DecodeOptions inCharset(Charset other) {
        return new DecodeOptions(other, delimiter, columns, header, group, lines, limits, fileName);
    }

    public DecodeOptions delimitedBy(char other) {
        return new DecodeOptions(charset, other, columns, header, group, lines, limits, fileName);
    }

    public DecodeOptions withColumns(List<String> names) {
        return new DecodeOptions(charset, delimiter, names, header, group, lines, limits, fileName);
    }

    public DecodeOptions withHeader(List<String> firstCells) {
        return new DecodeOptions(charset, delimiter, columns, firstCells, group, lines, limits, fileName);
    }

    public DecodeOptions groupedBy(List<String> names) {
        return new DecodeOptions(charset, delimiter, columns, header, names, lines, limits, fileName);
    }

    public DecodeOptions withLines(LinePatterns patterns) {
        return new DecodeOptions(charset, delimiter, columns, header, group, patterns, limits, fileName);
    }

    DecodeOptions within(DecodeLimits other) {
        return new DecodeOptions(charset, delimiter, columns, header, group, lines, other, fileName);
    }

    public DecodeOptions named(String name) {
        return new DecodeOptions(charset, delimiter, columns, header, group, lines, limits, name);
    }
}
