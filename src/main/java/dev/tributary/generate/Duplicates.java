package dev.tributary.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes down which two reports are of one message. */
final class Duplicates implements Closeable {

    private static final Object[] COLUMNS = {
        "channel", "account", "id", "source", "other_channel", "other_account", "other_id", "other_source", "provable"
    };

    private final CSVPrinter csv;

    Duplicates(Path file) throws IOException {
        boolean fresh = Files.notExists(file);
        Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        csv = new CSVPrinter(out, CSVFormat.RFC4180);
        if (fresh) {
            csv.printRecord(COLUMNS);
        }
    }

    /** Both systems tell one id. */
    void proved(Source source, String id, Source other) {
        add(source, id, source, id, other, true);
    }

    /** Only the words tell it. */
    void likely(Source source, String id, Source other, String otherId) {
        add(source, id, other, otherId, other, false);
    }

    private void add(Source source, String id, Source on, String otherId, Source other, boolean provable) {
        try {
            csv.printRecord(
                    source.channel(),
                    source.account(),
                    id,
                    source,
                    on.channel(),
                    on.account(),
                    otherId,
                    other,
                    provable);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
