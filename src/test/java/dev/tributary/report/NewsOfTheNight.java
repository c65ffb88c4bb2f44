package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.Direction;
import dev.tributary.run.RunState;
import dev.tributary.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the workbook of a night lists, and what it leaves to the workbooks before; the same on every database. */
abstract class NewsOfTheNight {

    private final TestDatabase database;
    private Records records;
    private JdbcTemplate jdbc;
    private long first;
    private long anna;
    private long ben;
    private long cleo;

    @TempDir
    Path folder;

    NewsOfTheNight(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void theFirstNight() {
        database.clear();
        jdbc = database.jdbc();
        records = new Records(database.bean(DataSource.class));
        first = records.run(RunState.COMPLETED);
        anna = records.customer("x", "@anna", "Anna");
        ben = records.customer("x", "@ben", "Ben");
        cleo = records.customer("line", "@cleo", "Cleo");
        records.says(anna, 1);
        records.says(ben, 3);
        records.says(cleo, 2);
        List.of(anna, ben, cleo).forEach(it -> records.stands(it, "UNMATCHED", "NO_IDENTIFIER", first));
    }

    @Test
    void theFirstNightListsEverybodyAndThoseWithTheMostMessagesFirst() throws IOException {
        try (XSSFWorkbook book = written(first)) {
            assertThat(column(book, "Unmatched", "Handle")).containsExactly("@ben", "@cleo", "@anna");
            assertThat(numbers(book, "Unmatched", "Messages")).containsExactly(3d, 2d, 1d);
            assertThat(texts(book, "Unmatched")).noneMatch(it -> it.contains("Not listed"));
        }
    }

    @Test
    void theSecondNightListsWhoCameAndWhoIsThereForAnotherReason() throws IOException {
        written(first).close();
        long second = records.run(RunState.RUNNING);
        long dana = records.customer("x", "@dana", "Dana");
        records.stands(dana, "UNMATCHED", "NOT_IN_CRM", second);
        records.standsNow(ben, "UNMATCHED", "NOT_IN_CRM", second);
        records.standsNow(cleo, "REVIEW", "ONLY_DECLARED", second);
        records.stands(records.participant("x", "@bystander", "By", 0), "UNMATCHED", "NO_IDENTIFIER", second);

        try (XSSFWorkbook book = written(second)) {
            assertThat(column(book, "Unmatched", "Handle")).containsExactly("@ben", "@dana");
            assertThat(numbers(book, "Unmatched", "Messages")).containsExactly(3d, 0d);
            assertThat(texts(book, "Unmatched"))
                    .contains("Listed: 2 customers, new here or here for another reason since the report of run "
                            + first + ". Not listed: 1 other; 'tributary report " + second
                            + " --whole' lists everybody.");
            assertThat(countOf(book, "NOT_IN_CRM")).isEqualTo(2);
            assertThat(countOf(book, "NO_IDENTIFIER"))
                    .as("who is not listed is counted")
                    .isEqualTo(1);
        }
    }

    @Test
    void aNightWithoutNewsSaysWhereTheOthersAre() throws IOException {
        written(first).close();
        long second = records.run(RunState.RUNNING);

        try (XSSFWorkbook book = written(second)) {
            assertThat(column(book, "Unmatched", "Handle")).isEmpty();
            assertThat(countOf(book, "NO_IDENTIFIER")).isEqualTo(3);
            assertThat(texts(book, "Unmatched"))
                    .contains("Listed: 0 customers, new here or here for another reason since the report of run "
                            + first + ". Not listed: 3 others; 'tributary report " + second
                            + " --whole' lists everybody.");
        }
    }

    @Test
    void theWholeListIsThereForWhoAsks() throws IOException {
        written(first).close();
        long second = records.run(RunState.RUNNING);
        records.standsNow(anna, "UNMATCHED", "NOT_IN_CRM", second);

        try (XSSFWorkbook book = written(second, Listing.ALL)) {
            assertThat(column(book, "Unmatched", "Handle")).containsExactly("@ben", "@cleo", "@anna");
            assertThat(texts(book, "Unmatched")).noneMatch(it -> it.contains("Not listed"));
        }
    }

    @Test
    void whoCameInARunWithoutAReportIsListedByTheNext() throws IOException {
        written(first).close();
        long killed = records.run(RunState.STOPPED);
        records.standsNow(anna, "UNMATCHED", "NOT_IN_CRM", killed);
        long third = records.run(RunState.RUNNING);
        records.standsNow(cleo, "UNMATCHED", "NOT_IN_CRM", third);

        try (XSSFWorkbook book = written(third)) {
            assertThat(column(book, "Unmatched", "Handle")).containsExactly("@cleo", "@anna");
        }
    }

    @Test
    void aReportThatTakesThePlaceOfAnotherListsItsNewsToo() throws IOException {
        written(first).close();
        long second = records.run(RunState.RUNNING);
        records.standsNow(anna, "UNMATCHED", "NOT_IN_CRM", second);
        written(second).close();
        long third = records.run(RunState.RUNNING);
        records.reported(
                second,
                folder.resolve("run-" + third).resolve(AuditReport.WORKBOOK).toString());

        try (XSSFWorkbook book = written(third)) {
            assertThat(column(book, "Unmatched", "Handle")).containsExactly("@anna");
        }
    }

    @Test
    void ofTooManyThoseWithTheMostMessagesAreListedAndTheOthersCounted() throws IOException {
        JdbcTemplate reading = new JdbcTemplate(records.database);
        RunSummary summary = new Figures(reading).summary(first);
        Answers answers = new Figures(reading).answers(first, RunState.COMPLETED, "none");

        try (XSSFWorkbook book =
                read(new UnmatchedSheet(reading, News.of(answers.summary(), Listing.NEWS, reading), 2), answers)) {
            assertThat(summary.people().unmatched()).isEqualTo(3);
            assertThat(column(book, "Unmatched", "Handle")).containsExactly("@ben", "@cleo");
            assertThat(texts(book, "Unmatched"))
                    .contains("Listed: the 2 with the most messages of 3 customers. Not listed: 1 other;"
                            + " 'tributary report " + first + " --whole' lists everybody.");
        }
    }

    @Test
    void matchesAreThoseOfTheRunAndWhatPeopleDecidedSinceTheOneBefore() throws IOException {
        long contact = records.contact("C1", "Anna Berg", null);
        records.link(records.customer("x", "@old", "Old"), contact, "INFERRED", "same-email", "[]", "tributary", first);
        records.link(
                records.customer("x", "@off", "Off"), contact, "RETRACTED", "same-email", "[]", "tributary", first);
        records.link(records.customer("x", "@said", "Said"), contact, "ASSERTED", "verdict", "[]", "dana", null);
        records.link(records.customer("x", "@long-ago", "Ago"), contact, "ASSERTED", "verdict", "[]", "dana", null);
        jdbc.update("UPDATE link SET retracted_at = ? WHERE status = 'RETRACTED'", Records.NIGHT.plusHours(5));
        jdbc.update(
                "UPDATE link SET decided_at = ? WHERE participant_id = (SELECT id FROM participant WHERE handle = '@long-ago')",
                Records.NIGHT.minusDays(1));
        written(first).close();
        long second = records.run(RunState.RUNNING);
        records.link(
                records.customer("x", "@new", "New"), contact, "INFERRED", "same-email", "[]", "tributary", second);

        try (XSSFWorkbook book = written(second);
                XSSFWorkbook whole = written(second, Listing.ALL)) {
            assertThat(column(book, "Matches", "Handle")).containsExactly("@new", "@said", "@off");
            assertThat(texts(book, "Matches"))
                    .anyMatch(it -> it.endsWith("Listed is what was made or retracted since the report of run " + first
                            + "; 'tributary report " + second + " --whole' lists all."));
            assertThat(column(whole, "Matches", "Handle"))
                    .containsExactly("@new", "@long-ago", "@said", "@off", "@old");
            assertThat(texts(whole, "Matches")).noneMatch(it -> it.contains("--whole"));
        }
    }

    @Test
    void aMessageIsListedAgainWhenAFurtherSourceReportsIt() throws IOException {
        long known = records.message("x", "known", "talk", Records.NIGHT, Direction.INBOUND);
        long again = records.message("x", "again", "talk", Records.NIGHT, Direction.INBOUND);
        for (long message : List.of(known, again)) {
            records.witness(message, "x-mentions", 1, message, first);
            records.witness(message, "x-search", 1, message, first);
        }
        suggestion(known, again, first);
        written(first).close();
        long second = records.run(RunState.RUNNING);
        records.witness(again, "x-archive", 2, 1, second);
        suggestion(again, records.message("line", "copy", "talk", Records.NIGHT, Direction.INBOUND), second);

        try (XSSFWorkbook book = written(second);
                XSSFWorkbook whole = written(second, Listing.ALL)) {
            assertThat(column(book, "Duplicates", "Id on the channel")).containsExactly("again");
            assertThat(numbers(book, "Duplicates", "Witnesses")).containsExactly(3d);
            assertThat(column(book, "Maybe one message", "And id")).containsExactly("copy");
            assertThat(column(whole, "Duplicates", "Id on the channel")).containsExactly("again", "known");
            assertThat(column(whole, "Maybe one message", "And id")).containsExactly("copy", "again");
        }
    }

    private void suggestion(long one, long two, long run) {
        jdbc.update("INSERT INTO duplicate_suggestion VALUES (?,?,?,?)", one, two, "SAME_WORDS_SAME_AUTHOR", run);
    }

    private XSSFWorkbook written(long run) throws IOException {
        return written(run, Listing.NEWS);
    }

    private XSSFWorkbook written(long run, Listing listing) throws IOException {
        Path file =
                new AuditReport(records.database).write(run, RunState.COMPLETED, folder.resolve("run-" + run), listing);
        records.reported(run, file.toString());
        return new XSSFWorkbook(file.toFile().getPath());
    }

    private static XSSFWorkbook read(AuditWorkbook.Sheet sheet, Answers answers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Book book = new Book()) {
            sheet.write(book, answers);
            book.write(out);
        }
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static double countOf(XSSFWorkbook book, String reason) {
        return StreamSupport.stream(book.getSheet("Unmatched").spliterator(), false)
                .filter(row -> texts(row).contains(Words.cure(reason)))
                .findFirst()
                .orElseThrow()
                .getCell(0)
                .getNumericCellValue();
    }

    private static List<String> column(XSSFWorkbook book, String sheet, String title) {
        return cells(book, sheet, title).stream().map(Cell::getStringCellValue).toList();
    }

    private static List<Double> numbers(XSSFWorkbook book, String sheet, String title) {
        return cells(book, sheet, title).stream().map(Cell::getNumericCellValue).toList();
    }

    /** The cells of a column below the table's header. */
    private static List<Cell> cells(XSSFWorkbook book, String name, String title) {
        XSSFSheet sheet = book.getSheet(name);
        int header = sheet.getRepeatingRows().getFirstRow();
        int column = texts(sheet.getRow(header)).indexOf(title);
        List<Cell> cells = new ArrayList<>();
        for (int i = header + 1; i <= sheet.getLastRowNum(); i++) {
            cells.add(sheet.getRow(i).getCell(column));
        }
        return cells;
    }

    private static List<String> texts(XSSFWorkbook book, String sheet) {
        return StreamSupport.stream(book.getSheet(sheet).spliterator(), false)
                .flatMap(row -> texts(row).stream())
                .toList();
    }

    private static List<String> texts(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue)
                .toList();
    }
}
