package dev.tributary.console;

import dev.tributary.run.Home;
import dev.tributary.workbook.ResultWorkbook;
import dev.tributary.workbook.WorkbookAnswers;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Applies workbooks that a form sent, and keeps each with its results for whoever sent it. Thread-safe. */
@Component
@ConditionalOnWebApplication
class BroughtInWorkbooks {

    private static final String BEGINS = ".brought-in-";

    /** Longer than any session. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final WorkbookAnswers answers;
    private final ResultWorkbook results;
    private final Clock clock;
    private final Path folder;

    BroughtInWorkbooks(WorkbookAnswers answers, ResultWorkbook results, Clock clock, Home home) {
        this.answers = answers;
        this.results = results;
        this.clock = clock;
        this.folder = ReviewFolder.of(home);
    }

    /**
     * Decides all that is answered.
     *
     * @throws dev.tributary.workbook.UnusableWorkbook where the workbook is not taken; then nothing was decided
     * @throws dev.tributary.review.RunUnderWay where a run is at work; then nothing was decided
     */
    BroughtIn bringIn(Part workbook, String actor) throws IOException {
        Files.createDirectories(folder);
        leftBehind().forEach(BroughtInWorkbooks::delete);
        Path file = Files.createTempFile(folder, BEGINS, ".xlsx");
        try (InputStream sent = workbook.getInputStream()) {
            Files.copy(sent, file, StandardCopyOption.REPLACE_EXISTING);
            return new BroughtIn(answers.apply(file, actor), file).withResults(results);
        } catch (IOException | RuntimeException notTaken) {
            Files.deleteIfExists(file);
            throw notTaken;
        }
    }

    /** Those of a program that was killed. */
    private List<Path> leftBehind() throws IOException {
        FileTime old = FileTime.from(clock.instant().minus(LONGEST));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.getFileName().toString().startsWith(BEGINS))
                    .filter(it -> modified(it).compareTo(old) < 0)
                    .toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.from(Instant.MAX);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
