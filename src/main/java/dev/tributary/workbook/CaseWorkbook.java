package dev.tributary.workbook;

import dev.tributary.casework.OpenCases;
import dev.tributary.casework.QueueFilter;
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

    /** Writes rows somewhere, with a folder where they may rest until then. */
    private interface Writing {
        long with(Path scratch) throws IOException;
    }

    /**
     * Writes open cases, in the order of the queue. Nothing is written before all of them are read.
     *
     * @param folder where rows rest meanwhile: personal data must not lie in the system's temporary folder
     * @return how many cases there are
     */
    public long write(QueueFilter which, OutputStream out, Path folder) throws IOException {
        return in(folder, scratch -> rest(which, out, scratch));
    }

    /** The same into a file, which is whole or not there at all. */
    public long write(QueueFilter which, Path file) throws IOException {
        return in(file.toAbsolutePath().getParent(), scratch -> {
            Path aside = scratch.resolve("review.xlsx");
            long count;
            try (OutputStream out = Files.newOutputStream(aside)) {
                count = rest(which, out, scratch);
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            return count;
        });
    }

    private static long in(Path folder, Writing writing) throws IOException {
        Files.createDirectories(folder);
        Path scratch = Files.createTempDirectory(folder, ".review-");
        try {
            return writing.with(scratch);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private long rest(QueueFilter which, OutputStream out, Path scratch) throws IOException {
        try {
            return TempFile.withStrategy(new DefaultTempFileCreationStrategy(scratch.toFile()), () -> fill(which, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long fill(QueueFilter which, OutputStream out) {
        try (Book book = new Book()) {
            book.describe("Who is it? Cases to decide", "Answers go back with: tributary review apply", "review cases");
            HowToSheet.write(book);
            long count = CasesSheet.write(book, cases, which);
            book.write(out);
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
