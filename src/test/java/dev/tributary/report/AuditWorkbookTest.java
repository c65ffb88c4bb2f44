package dev.tributary.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditWorkbookTest {

    private final Records records = Records.inMemory();
    private XSSFWorkbook book;

    @TempDir
    Path folder;

    @BeforeEach
    void read() throws IOException {
        Brightwater night = Brightwater.on(records);
        Path file = new AuditReport(records.database).write(night.run, RunState.PARTIAL, folder);
        book = new XSSFWorkbook(file.toFile().getPath());
    }

    @AfterEach
    void close() throws IOException {
        book.close();
    }

    @Test
    void sheetsFollowTheReaderFromTheSummaryToTheDetails() {
        assertThat(book)
                .extracting(Sheet::getSheetName)
                .containsExactly(
                        "Summary",
                        "Sources",
                        "Matches",
                        "To review",
                        "Unmatched",
                        "Duplicates",
                        "Maybe one message",
                        "Quarantine",
                        "Response times");
        assertThat(book.getProperties().getCoreProperties().getTitle()).startsWith("Audit report of run");
    }

    @Test
    void noCellIsAFormula() {
        List<CellType> types = new ArrayList<>();
        book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> types.add(cell.getCellType()))));

        assertThat(types).hasSizeGreaterThan(300).doesNotContain(CellType.FORMULA, CellType.ERROR);
    }

    @Test
    void whatLooksLikeAFormulaIsMarkedAsText() {
        Cell name = row("Matches", "@bo_l").getCell(4);

        assertThat(name.getStringCellValue()).isEqualTo(Brightwater.FORMULA);
        assertThat(name.getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(row("Matches", "@ann.h").getCell(4).getCellStyle().getQuotePrefixed())
                .isFalse();
    }

    @Test
    void matchesOfThisRunComeFirstWithTheirEvidenceInWords() {
        assertThat(column("Matches", 3)).containsExactly("@bo_l", "meiling", "@notbo", "@ann.h");
        assertThat(texts(row("Matches", "@bo_l")))
                .containsSubsequence("C-1002", "Bo Lindqvist", "x", "@bo_l")
                .contains(
                        "e-mail bo@example.org, proved, on this contact only\n"
                                + "phone +46701740605, written 070-174 06 05, as the channel says, on 2 contacts",
                        "inferred",
                        "yes");
        assertThat(texts(row("Matches", "@notbo"))).contains("retracted", "not json", "no");
        assertThat(row("Matches", "@ann.h").getCell(9).getLocalDateTimeCellValue())
                .isEqualTo(Records.NIGHT.plusMinutes(3));
    }

    @Test
    void aDoubtfulCaseHasARowForEachCandidate() {
        assertThat(column("To review", 6)).containsExactly("C-2001", "C-2002", "");
        assertThat(texts(row("To review", "e.holloway")))
                .contains("One identifier is on two contacts", "Eve Holloway", "e-mail family@holloway.example");
        assertThat(texts(row("To review", "@moved"))).contains("What the link rested on is no longer there");
    }

    @Test
    void theUnmatchedBeginWithTheReasonsAndWhatWouldHelp() {
        XSSFSheet sheet = book.getSheet("Unmatched");

        assertThat(sheet.getRow(3).getCell(0).getNumericCellValue()).isEqualTo(7);
        assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo(Words.meaning("NO_IDENTIFIER"));
        assertThat(sheet.getRow(3).getCell(4).getStringCellValue()).isEqualTo(Words.cure("NO_IDENTIFIER"));
        assertThat(texts(row("Unmatched", "lee")))
                .contains(
                        Brightwater.SCRIPT,
                        "e-mail lee@example.net, as the channel says\n"
                                + "phone +81312345678, by the person's own word, not usable");
        assertThat(column("Unmatched", 1)).hasSize(9).doesNotContain("@bystander");
    }

    @Test
    void aMessageOfTwoSourcesNamesBothWitnesses() {
        assertThat(texts(row("Duplicates", "q6"))).contains("helpdesk-export 17:106\nline-inbox 4:7");
        assertThat(column("Duplicates", 3)).containsExactly("q18", "q12", "q6", "q0");
        assertThat(book.getSheet("Duplicates").getRow(2).getCell(0).getStringCellValue())
                .isEqualTo("Counted as duplicate in this run: 653 records (helpdesk-export 641, line-inbox 12)");
    }

    @Test
    void quarantineBeginsWithWhatIsStillToMend() {
        assertThat(column("Quarantine", 3)).containsExactly("to mend", "to mend", "to mend", "mended");
        assertThat(column("Quarantine", 4)).containsExactly("NOT_MAPPED", "NOT_MAPPED", "INVALID_RECORD", "UNREADABLE");
    }

    @Test
    void everySourceShowsItsEquation() {
        assertThat(column("Sources", 10)).containsOnly("balances");
        assertThat(numbers(row("Sources", "line-inbox"))).containsExactly(655d, 640d, 0d, 0d, 12d, 0d, 3d, 0d);
        assertThat(texts(row("Sources", "facebook-page")))
                .contains("failed", "UNAUTHORIZED", Words.cure("UNAUTHORIZED"));
    }

    @Test
    void theSummaryNamesWhatNeedsAPerson() {
        List<String> summary = StreamSupport.stream(book.getSheet("Summary").spliterator(), false)
                .flatMap(row -> texts(row).stream())
                .toList();

        assertThat(summary).contains("partial", "balances", "1 → Sources", "2 → To review", "3 → Quarantine");
    }

    @Test
    void tablesCanBeReadPrintedAndFiltered() {
        XSSFSheet matches = book.getSheet("Matches");

        assertThat(matches.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
        assertThat(matches.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:K7");
        assertThat(matches.getRepeatingRows().formatAsString()).isEqualTo("3:3");
        assertThat(matches.getPrintSetup().getLandscape()).isTrue();
        assertThat(matches.getPrintSetup().getFitHeight()).isZero();
    }

    private Row row(String sheet, String text) {
        return StreamSupport.stream(book.getSheet(sheet).spliterator(), false)
                .filter(row -> texts(row).contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row with " + text));
    }

    /** The texts of a column below the table's header. */
    private List<String> column(String name, int column) {
        XSSFSheet sheet = book.getSheet(name);
        int header = sheet.getRepeatingRows().getFirstRow();
        List<String> texts = new ArrayList<>();
        for (int i = header + 1; i <= sheet.getLastRowNum(); i++) {
            texts.add(sheet.getRow(i).getCell(column).getStringCellValue());
        }
        return texts;
    }

    private static List<Double> numbers(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .filter(cell -> cell.getCellType() == CellType.NUMERIC)
                .map(Cell::getNumericCellValue)
                .toList();
    }

    private static List<String> texts(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue)
                .toList();
    }
}
