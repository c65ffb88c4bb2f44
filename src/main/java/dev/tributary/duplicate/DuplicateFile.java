package dev.tributary.duplicate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes duplicates as csv, in UTF-8. */
public final class DuplicateFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("contact", "other", "outcome", "confidence", "rule", "refused", "agreement")
            .setRecordSeparator('\n')
            .get();

    private DuplicateFile() {}

    /** @throws UncheckedIOException where the file cannot be written */
    public static void write(List<Duplicate> duplicates, Path file) {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter rows = new CSVPrinter(writer, FORMAT)) {
            for (Duplicate it : duplicates) {
                rows.printRecord(
                        it.first(),
                        it.second(),
                        it.outcome(),
                        String.format(Locale.ROOT, "%.6f", it.confidence()),
                        it.rule(),
                        it.refused() == null ? "" : it.refused(),
                        it.agreement());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
