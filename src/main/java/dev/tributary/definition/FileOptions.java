package dev.tributary.definition;

import dev.tributary.decode.Format;
import dev.tributary.decode.LinePatterns;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say of itself.
 *
 * @param format null where the file's name tells it
 * @param charset null where it is to be found out
 * @param delimiter between the cells of a CSV file; null where it is to be found out
 * @param columns the names of the columns of a CSV file that has no header line; empty where it has one
 * @param header the first cells that the header line may have, where other lines stand above it; empty where none do
 * @param group the columns of a table whose rows belong together where they have the same values in them
 * @param lines how the records of a text file begin
 */
public record FileOptions(
        @Nullable Format format,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        List<String> columns,
        List<String> header,
        List<String> group,
        LinePatterns lines) {

    /** Everything is found out. */
    public static final FileOptions NONE =
            new FileOptions(null, null, null, List.of(), List.of(), List.of(), LinePatterns.NONE);

    /** The format is known, and the rest is found out. */
    public static FileOptions of(Format format) {
        return new FileOptions(format, null, null, List.of(), List.of(), List.of(), LinePatterns.NONE);
    }

    public FileOptions {
        columns = List.copyOf(columns);
        header = List.copyOf(header);
        group = List.copyOf(group);
    }
}
