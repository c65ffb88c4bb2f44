package dev.tributary.workbook;

import dev.tributary.casework.OpenCases;
import dev.tributary.report.Book;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Writes the open cases into a workbook. Thread-safe. */
@Component
public class CaseWorkbook {

    private final OpenCases cases;

    CaseWorkbook(OpenCases cases) {
        this.cases = cases;
    }

    /**
     * Writes all open cases, in the order of the queue.
     *
     * @param scratch a folder where rows rest until the file is written: personal data must not lie in the system's temporary folder
     * @return how many cases there are
     */
    public long write(OutputStream out, Path scratch) throws IOException {
        Files.createDirectories(scratch);
        try {
            return TempFile.withStrategy(new DefaultTempFileCreationStrategy(scratch.toFile()), () -> fill(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The same into a file, which is whole or not there at all. */
    public long write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path scratch = Files.createTempDirectory(folder, ".review-");
        try {
            Path aside = scratch.resolve("review.xlsx");
            long count;
            try (OutputStream out = Files.newOutputStream(aside)) {
                count = write(out, scratch);
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private long fill(OutputStream out) {
        try (Book book = new Book()) {
            book.describe("Who is it? Cases to decide", "Answers go back with: tributary review apply", "review cases");
            HowToSheet.write(book);
            long count = CasesSheet.write(book, cases);
            book.write(out);
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
