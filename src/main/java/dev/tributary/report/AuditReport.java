package dev.tributary.report;

import dev.tributary.run.RunState;
import dev.tributary.store.FetchSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The answers for a run: a workbook for the data steward, a page for everybody, JSON for machines. */
@Component
public class AuditReport {

    static final String WORKBOOK = "audit.xlsx";
    static final String PAGE = "audit.html";
    static final String JSON = "audit.json";

    private final DataSource database;

    AuditReport(DataSource database) {
        this.database = database;
    }

    /**
     * The numbers of a run.
     *
     * @throws IllegalArgumentException where there is no such run
     */
    public RunSummary summary(long runId) {
        return new Figures(new JdbcTemplate(database)).summary(runId);
    }

    /** The same with a workbook that lists {@link Listing#NEWS}. */
    public Path write(long runId, RunState state, Path folder) {
        return write(runId, state, folder, Listing.NEWS);
    }

    /**
     * Writes {@code audit.xlsx}, {@code audit.html} and {@code audit.json}. They appear when all three are complete and
     * replace those of an earlier attempt. Only reads from the database.
     *
     * @param state how the run ends, which its row need not say yet
     * @param folder made, with its parents, where it is missing
     * @param listing what the workbook lists one by one
     * @return the path of the workbook
     * @throws IllegalArgumentException where there is no such run
     * @throws UncheckedIOException where the files cannot be written
     */
    public Path write(long runId, RunState state, Path folder, Listing listing) {
        JdbcTemplate jdbc = streaming();
        Path workbook = folder.resolve(WORKBOOK);
        Answers answers = new Figures(jdbc).answers(runId, state, workbook.toString());
        News news = News.of(answers.summary(), listing, jdbc);
        try (Aside files = new Aside(folder)) {
            Path scratch = files.scratch();
            files.write(JSON, out -> AuditJson.write(answers, out));
            files.write(PAGE, out -> AuditPage.write(answers, out));
            files.write(WORKBOOK, out -> new AuditWorkbook(jdbc, news, scratch).write(answers, out));
            files.publish();
        } catch (IOException e) {
            throw new UncheckedIOException("The report of run " + runId + " cannot be written", e);
        }
        return workbook;
    }

    private JdbcTemplate streaming() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(FetchSize.streaming(database));
        return jdbc;
    }
}
