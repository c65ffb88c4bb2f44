package dev.tributary.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.springframework.jdbc.core.JdbcTemplate;

/** The workbook: its sheets in their order. */
final class AuditWorkbook {

    /** One sheet, or a table that goes on over several. */
    interface Sheet {
        void write(Book book, Answers answers);
    }

    private final List<Sheet> sheets;
    private final Path scratch;

    /** @param scratch where rows rest until the file is written: personal data must not lie in the system's temporary folder */
    AuditWorkbook(JdbcTemplate jdbc, News news, Path scratch) {
        this.scratch = scratch;
        this.sheets = List.of(
                new SummarySheet(),
                new SourcesSheet(),
                new MatchesSheet(jdbc, news),
                new ReviewSheet(jdbc),
                new UnmatchedSheet(jdbc, news),
                new DuplicatesSheet(jdbc, news),
                new SuggestionsSheet(jdbc, news),
                new QuarantineSheet(jdbc),
                new ResponseTimesSheet());
    }

    void write(Answers answers, OutputStream out) throws IOException {
        try {
            TempFile.withStrategy(new DefaultTempFileCreationStrategy(scratch.toFile()), () -> {
                fill(answers, out);
                return out;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void fill(Answers answers, OutputStream out) {
        RunSummary run = answers.summary();
        try (Book book = new Book()) {
            book.describe(
                    "Audit report of run " + run.run(),
                    run.job() + ", business date " + run.businessDate(),
                    "audit report");
            sheets.forEach(sheet -> sheet.write(book, answers));
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
