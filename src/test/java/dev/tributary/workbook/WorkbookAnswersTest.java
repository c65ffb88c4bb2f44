package dev.tributary.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.casework.Answer;
import dev.tributary.casework.CaseAnswer;
import dev.tributary.casework.CaseBook;
import dev.tributary.casework.CaseState;
import dev.tributary.casework.Outcome.Status;
import dev.tributary.casework.QueueFilter;
import dev.tributary.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A workbook of cases goes out to a steward and comes back, on every database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WorkbookAnswersTest {

    private static final String HOSTILE = "=1+1 _x000D_ \u0001\u0007 \uD83D\uDE00 <b>&amp;";

    @Parameter
    TestDatabase database;

    @TempDir
    Path folder;

    private CaseBook book;
    private Path file;
    private FilledIn sheet;

    @BeforeEach
    void aWorkbookGoesOut() throws IOException {
        book = new CaseBook(database);
        book.people
                .person("C1", "Anna Berg", "phone:+493012345601", "email:anna@example.org")
                .person("C2", "Ben Frost", "phone:+493012345601")
                .person("C3", "Carla Diaz", "email:carla@example.org")
                .customer("ann", "Anna Berg", "phone:+493012345601")
                .customer("who", HOSTILE, "phone:+493012345601")
                .customer("viktor", "Viktor Kowalski", "email:carla@example.org");
        book.wrote("ann", "z".repeat(40_000))
                .wrote("viktor", HOSTILE, "=cmd|' /C calc'!A0")
                .night();
        file = folder.resolve("cases.xlsx");
        assertThat(database.bean(CaseWorkbook.class).write(QueueFilter.ALL, file))
                .isEqualTo(3);
        sheet = new FilledIn(file);
    }

    @Test
    void changesNothingWhereNothingIsAnswered() throws IOException {
        Map<String, List<String>> before = book.state();

        Applied applied = apply("mia");

        assertThat(applied.rows()).isEqualTo(3);
        assertThat(applied.outcomes()).isEmpty();
        assertThat(book.state()).isEqualTo(before);
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void showsForeignTextsAsWhatTheyAre() {
        assertThat(sheet.text(id("who"), CaseColumn.PERSON)).isEqualTo("x\n" + HOSTILE);
        assertThat(sheet.text(id("viktor"), CaseColumn.MESSAGES))
                .contains("=cmd|' /C calc'!A0")
                .contains(HOSTILE);
        assertThat(sheet.text(id("ann"), CaseColumn.MESSAGES)).endsWith("zzz …, 39700 more characters");
    }

    @Test
    void showsBothSidesBesideEachOther() {
        assertThat(sheet.text(id("ann"), CaseColumn.KNOWN))
                .startsWith("phone +493012345601\n   as the channel says; on 2 contacts; 1 other participant has it");
        assertThat(sheet.text(id("ann"), CaseColumn.PROPOSED))
                .startsWith("C1 Anna Berg (")
                .contains("\nC2 Ben Frost (");
        assertThat(sheet.text(id("ann"), CaseColumn.AGREES))
                .isEqualTo("C1: name; phone +493012345601\nC2: phone +493012345601");
        assertThat(sheet.text(id("ann"), CaseColumn.DIFFERS)).isEqualTo("C1: –\nC2: name");
    }

    @Test
    void letsAStewardWriteInTheYellowColumnsOnlyAndChooseFromLists() throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet cases = workbook.getSheet(CasesSheet.NAME);
            assertThat(workbook.getSheetName(0)).isEqualTo("How to");
            assertThat(cases.getProtect()).isTrue();
            for (CaseColumn column : CaseColumn.values()) {
                boolean writes = column.ordinal() <= CaseColumn.COMMENT.ordinal();
                assertThat(cases.getRow(3)
                                .getCell(column.ordinal())
                                .getCellStyle()
                                .getLocked())
                        .as(column.title())
                        .isEqualTo(!writes);
            }
            assertThat(cases.getDataValidations())
                    .extracting(DataValidation::getValidationConstraint)
                    .extracting(it -> it.getFormula1())
                    .contains("\"same person,different people,shared identifier,not sure\"", "$P4:$T4");
            assertThat(cases.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
        }
    }

    @Test
    void decidesWhatIsAnsweredWhereverRowsAndColumnsAre() throws IOException {
        sheet.write(id("ann"), CaseColumn.ANSWER, "  Same  PERSON ")
                .write(id("ann"), CaseColumn.CONTACT, "C1")
                .write(id("ann"), CaseColumn.COMMENT, "\uD83D\uDC4D _x000D_ =2+2")
                .write(id("viktor"), CaseColumn.ANSWER, "different people")
                .write(id("who"), CaseColumn.ANSWER, "shared identifier")
                .write(id("who"), CaseColumn.KIND, "company line")
                .turnedAround()
                .columnsTurnedAround();

        Applied applied = apply("mia");

        assertThat(applied.counts()).containsExactly(Map.entry(Status.APPLIED, 3L));
        assertThat(book.linked("ann")).isEqualTo("C1 ASSERTED");
        assertThat(book.of("ann").verdict().comment()).isEqualTo("\uD83D\uDC4D _x000D_ =2+2");
        assertThat(book.people.shared()).containsExactly("PHONE +493012345601 COMPANY_LINE by STEWARD");
        assertThat(book.queue()).isEmpty();
        assertThat(apply("mia").counts()).containsExactly(Map.entry(Status.UNCHANGED, 3L));
        book.night();
        assertThat(book.queue()).isEmpty();
    }

    @Test
    void answersForEveryRow() throws IOException {
        sheet.write(id("ann"), CaseColumn.ANSWER, "same person")
                .write(id("ann"), CaseColumn.CONTACT, "C2")
                .write(id("viktor"), CaseColumn.ANSWER, "same person")
                .write(id("who"), CaseColumn.ANSWER, "maybe");
        book.verdicts.decide(CaseAnswer.to(book.of("ann"), Answer.SAME_PERSON).naming("C1"), "tom");
        book.people.carries("C3", "phone:+4930999999");

        Applied applied = apply("mia");

        assertThat(applied.outcomes())
                .extracting(RowOutcome::caseId, RowOutcome::status)
                .containsExactlyInAnyOrder(
                        tuple(id("ann"), Status.CONFLICT),
                        tuple(id("viktor"), Status.STALE),
                        tuple(id("who"), Status.REFUSED));
        assertThat(applied.isFine()).isFalse();
        assertThat(book.linked("ann")).isEqualTo("C1 ASSERTED");
    }

    @Test
    void tellsInAColumnMoreWhatBecameOfEachRowAndLosesNothingThatWasWritten() throws IOException {
        sheet.write(id("ann"), CaseColumn.ANSWER, "same person")
                .write(id("ann"), CaseColumn.CONTACT, "C1")
                .write(id("viktor"), CaseColumn.ANSWER, "same person")
                .write(id("viktor"), CaseColumn.COMMENT, HOSTILE);
        book.people.carries("C3", "phone:+4930999999");
        Applied applied = apply("mia");
        Path result = folder.resolve("result.xlsx");

        results().write(file, applied, result);

        FilledIn told = new FilledIn(result);
        assertThat(told.beside(id("ann"))).isEqualTo("Applied");
        assertThat(told.beside(id("viktor"))).isEqualTo("Stale: The evidence changed since. Look at the case again.");
        assertThat(told.beside(id("who"))).isEmpty();
        assertThat(told.titles()).hasSize(CaseColumn.values().length + 1).endsWith("Contact 5", "Result");
        assertThat(told.text(id("viktor"), CaseColumn.COMMENT)).isEqualTo(HOSTILE);
        for (CaseColumn column : CaseColumn.values()) {
            if (column != CaseColumn.CASE && column != CaseColumn.LIKELY) {
                assertThat(told.text(id("viktor"), column)).isEqualTo(sheet.text(id("viktor"), column));
            }
        }
        assertThat(Files.list(folder)).containsExactlyInAnyOrder(file, result);
    }

    @Test
    void takesAWorkbookWithResultsBackAndTellsTheNewResultInThePlaceOfTheOld() throws IOException {
        sheet.write(id("who"), CaseColumn.ANSWER, "maybe")
                .change(cases -> cases.getRow(3).createCell(25).setCellValue("a note of my own"));
        results().write(file, apply("mia"), file);
        sheet.write(id("who"), CaseColumn.ANSWER, "not sure").write(id("ann"), CaseColumn.ANSWER, "not sure");
        sheet.write(id("ann"), CaseColumn.STAMP, "1");

        Applied again = apply("mia");
        results().write(file, again, file);

        assertThat(again.counts()).containsOnly(Map.entry(Status.APPLIED, 1L), Map.entry(Status.REFUSED, 1L));
        assertThat(sheet.besides(id("who"))).contains("Applied");
        assertThat(sheet.besides(id("ann")))
                .contains("Refused: The stamp is missing or was changed; leave the column 'Stamp' as it is.");
        assertThat(sheet.titles()).containsOnlyOnce("Result");
        sheet.change(cases ->
                assertThat(cases.getRow(3).getCell(25).getStringCellValue()).isEqualTo("a note of my own"));
    }

    @Test
    void knowsNoCaseThatIsNotThereAndMissesNoneThatWasDeleted() throws IOException {
        sheet.write(id("ann"), CaseColumn.ANSWER, "not sure")
                .without(id("viktor"))
                .change(cases ->
                        cases.getRow(3).getCell(CaseColumn.CASE.ordinal()).setCellValue(987_654_321));

        assertThat(apply("mia").outcomes()).extracting(RowOutcome::status).containsExactly(Status.UNKNOWN);
        assertThat(book.of("viktor").state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void refusesAStampThatWasChanged() throws IOException {
        sheet.write(id("ann"), CaseColumn.ANSWER, "not sure").write(id("ann"), CaseColumn.STAMP, "1");

        assertThat(apply("mia").outcomes()).extracting(RowOutcome::status).containsExactly(Status.REFUSED);
    }

    @Test
    void takesNoWorkbookThatComputesOrPointsOutside() throws IOException {
        sheet.write(id("viktor"), CaseColumn.ANSWER, "same person");
        Map<String, List<String>> before = book.state();
        byte[] good = Files.readAllBytes(file);

        sheet.change(cases -> cases.getRow(3).createCell(30).setCellFormula("1+1"));
        refused("The sheet 'Cases' has a formula in AE4; replace it by its value");

        part(good, "xl/vbaProject.bin", "macro");
        refused("The workbook holds a macro");
        part(good, "xl/externalLinks/externalLink1.xml", "<externalLink/>");
        refused("The workbook has a link to another workbook");
        part(good, "xl/worksheets/_rels/sheet9.xml.rels", """
                <Relationships><Relationship Id="r" TargetMode="External" Target="http://evil.example/x"
                 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>""");
        refused("The workbook has a link to something outside, in xl/worksheets/_rels/sheet9.xml.rels");
        part(good, "xl/worksheets/sheet9.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>");
        refused("The workbook is not taken: ");
        Files.write(file, "no workbook".getBytes(StandardCharsets.UTF_8));
        refused("The file is no workbook that can be read");

        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void takesNoWorkbookWithoutTheColumnsThatTellWhatIsMeant() throws IOException {
        byte[] good = Files.readAllBytes(file);
        sheet.change(cases -> FilledIn.put(cases.getRow(2).getCell(CaseColumn.STAMP.ordinal()), "Mark"));
        refused("The sheet 'Cases' has no column 'Stamp'");
        Files.write(file, good);
        sheet.change(cases -> FilledIn.put(cases.getRow(2).getCell(CaseColumn.BEFORE.ordinal()), "answer"));
        refused("Row 3 of the sheet 'Cases' has two columns 'Answer'");
        Files.write(file, good);
        sheet.change(cases -> cases.removeRow(cases.getRow(2)));
        refused("The workbook has no sheet with the columns 'Answer', 'Case' and 'Stamp'");
    }

    @Test
    @Tag("slow")
    @Tag("libreoffice")
    @EnabledIf("isOfficeThereOrRequired")
    void comesBackFromLibreOfficeAsItWentOut() throws Exception {
        Map<String, List<String>> before = book.state();
        throughLibreOffice();
        assertThat(apply("mia").outcomes()).isEmpty();
        assertThat(book.state()).isEqualTo(before);

        sheet.change(cases -> cases.protectSheet(null))
                .write(id("ann"), CaseColumn.ANSWER, "same person")
                .write(id("ann"), CaseColumn.CONTACT, "C1")
                .write(id("ann"), CaseColumn.COMMENT, "_x000D_ \uD83D\uDE00 =1+1")
                .write(id("viktor"), CaseColumn.ANSWER, "not sure");
        throughLibreOffice();
        Applied applied = apply("mia");
        assertThat(applied.counts()).containsExactly(Map.entry(Status.APPLIED, 2L));
        results().write(file, applied, file);
        throughLibreOffice();
        assertThat(sheet.besides(id("ann"))).contains("Applied");
        assertThat(book.linked("ann")).isEqualTo("C1 ASSERTED");
        assertThat(book.of("ann").verdict().comment()).isEqualTo("_x000D_ \uD83D\uDE00 =1+1");
    }

    static boolean isOfficeThereOrRequired() {
        return "docker".equals(System.getProperty("require"))
                || List.of("/usr/bin/soffice", "/usr/local/bin/soffice").stream()
                        .anyMatch(it -> Files.isExecutable(Path.of(it)));
    }

    private void throughLibreOffice() throws Exception {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("office").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        saved.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();
        Files.copy(saved.resolve("cases.xlsx"), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private long id(String nativeId) {
        return book.of(nativeId).id();
    }

    private Applied apply(String actor) throws IOException {
        return database.bean(WorkbookAnswers.class).apply(file, actor);
    }

    private ResultWorkbook results() {
        return database.bean(ResultWorkbook.class);
    }

    private void refused(String beginning) {
        assertThatThrownBy(() -> apply("mia"))
                .isInstanceOf(UnusableWorkbook.class)
                .hasMessageStartingWith(beginning);
    }

    private void part(byte[] workbook, String name, String content) throws IOException {
        Files.write(file, workbook);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Path part = zip.getPath(name);
            Files.createDirectories(part.getParent());
            Files.writeString(part, content);
        }
    }
}
