package dev.tributary.definition;

import dev.tributary.decode.Format;
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
 * @param group the columns of a table whose rows belong together where they have the same values in them
 */
public record FileOptions(
        @Nullable Format format,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        List<String> columns,
        List<String> group) {

    /** Everything is found out. */
    public static final FileOptions NONE = new FileOptions(null, null, null, List.of(), List.of());

    /** The format is known, and the rest is found out. */
    public static FileOptions of(Format format) {
        return new FileOptions(format, null, null, List.of(), List.of());
    }

    public FileOptions {
        columns = List.copyOf(columns);
        group = List.copyOf(group);
    }
}
