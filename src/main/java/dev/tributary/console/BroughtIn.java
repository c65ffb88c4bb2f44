package dev.tributary.console;

import dev.tributary.workbook.Applied;
import dev.tributary.workbook.ResultWorkbook;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a workbook that somebody brought in: kept until they bring in another one or their session ends.
 *
 * @param result the workbook with the results, which is deleted with this; null where it could not be written
 */
record BroughtIn(Applied applied, @Nullable Path result) implements HttpSessionBindingListener {

    /** With the results in the workbook. What was decided stands, even where they cannot be written. */
    BroughtIn withResults(ResultWorkbook results) throws IOException {
        Path file = Objects.requireNonNull(result);
        try {
            results.write(file, applied, file);
            return this;
        } catch (IOException unwritable) {
            Files.deleteIfExists(file);
            return new BroughtIn(applied, null);
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        try {
            if (result != null) {
                Files.deleteIfExists(result);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
