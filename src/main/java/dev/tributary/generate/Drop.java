package dev.tributary.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The drop folder of a source: what is put there comes into files of a bounded number of entries. Not thread-safe. */
final class Drop implements Closeable {

    private final Path folder;
    private final String files;
    private final String header;
    private final int most;
    private int file;
    private int entries;
    private @Nullable Writer out;

    /**
     * @param files how their names begin and end, with {@code %s} for their number
     * @param header of each file
     * @param most entries of a file
     */
    Drop(Path folder, String files, String header, int most) {
        this.folder = folder;
        this.files = files;
        this.header = header;
        this.most = most;
    }

    void put(String entry) {
        try {
            if (entries == most) {
                close();
            }
            if (out == null) {
                Files.createDirectories(folder);
                String name = files.replace("%s", String.format(Locale.ROOT, "%05d", ++file));
                out = Files.newBufferedWriter(folder.resolve(name));
                out.write(header);
                entries = 0;
            }
            out.write(entry);
            entries++;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
