package dev.tributary.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.tributary.access.Role;
import dev.tributary.workbook.FilledIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A steward takes the cases along as a workbook, answers in it, and brings it back on a page, with scripts and without any. */
@Browsing
class SpreadsheetTest {

    private static final String OPEN = "SELECT COUNT(*) FROM review_case WHERE state = 'OPEN'";

    @TempDir
    Path folder;

    private final Company acme;
    private Path workbook;

    @SuppressWarnings("NullAway.Init")
    SpreadsheetTest(Company acme) {
        this.acme = acme;
    }

    @BeforeEach
    void nothingIsDecided() {
        acme.takeBackAllVerdicts();
        workbook = folder.resolve("cases.xlsx");
    }

    @AfterEach
    void allIsAsItWas() throws Exception {
        assertThat(rows(OPEN)).containsExactly("12");
        try (var left = Files.list(acme.installation().home().resolve("out/review"))) {
            assertThat(left.filter(it -> !it.getFileName().toString().startsWith(".brought-in-")))
                    .isEmpty();
        }
    }

    @Test
    void answersTwoCasesInTheWorkbookSeesWhatBecameOfThemAndTakesAllBack() {
        try (Visitor mia = acme.visitor(Role.STEWARD)) {
            mia.open("/review");
            save(mia, "Download all cases", workbook);
            assertThat(cases(workbook)).hasSize(12);
            answerGretaAndLorenz();

            bringIn(mia, workbook);
            assertThat(mia.main()).containsText("2 of 12 rows have an answer.");
            assertThat(mia.page().locator("tbody tr")).hasCount(2);
            assertThat(mia.main()).containsText("Several contacts are proposed: say which.");
            assertThat(mia.main()).containsText("Mend the row, and bring the workbook in again.");
            assertThat(rows(OPEN)).containsExactly("11");
            assertThat(rows("SELECT answer, comment_text, actor FROM verdict WHERE undone_at IS NULL"))
                    .containsExactly("SAME_PERSON | null | the-steward");
            Path results = folder.resolve("results.xlsx");
            save(mia, "Download it with the results", results);
            assertThat(lastCells(results))
                    .contains("Result", "Applied", "Refused: Several contacts are proposed: say which.");

            mia.button("Take the one decision back").click();
            assertThat(mia.main()).containsText("Taken back");
            assertThat(mia.open("/review/workbook/result.xlsx")).isEqualTo(404);
            mia.wentWrong();
        }
    }

    @Test
    void worksWithoutAnyScriptAndTellsWhatIsNoWorkbook() throws Exception {
        try (Visitor plain = acme.visitor(Role.STEWARD, new NewContextOptions().setJavaScriptEnabled(false))) {
            plain.open("/review");
            save(plain, "Download all cases", workbook);
            answerGretaAndLorenz();
            bringIn(plain, workbook);
            assertThat(plain.main()).containsText("2 of 12 rows have an answer.");
            plain.button("Take the one decision back").click();
            assertThat(plain.main()).containsText("Taken back");

            bringIn(plain, Files.writeString(folder.resolve("letter.xlsx"), "Dear Tributary"));
            assertThat(plain.page().getByRole(AriaRole.ALERT)).containsText("The file is no workbook that can be read");
            assertThat(plain.page().getByRole(AriaRole.ALERT)).containsText("Nothing of it was decided.");
        }
    }

    @Test
    void takesAlongThoseAloneThatAreFiltered() {
        try (Visitor mia = acme.visitor(Role.STEWARD)) {
            mia.open("/review");
            mia.page()
                    .getByLabel("Channel", new GetByLabelOptions().setExact(true))
                    .selectOption("chat");
            mia.button("Show").click();
            int shown = mia.page().locator(".queue li").count();
            save(mia, "Download these cases", workbook);

            assertThat(cases(workbook)).hasSize(shown).hasSizeLessThan(12);
            assertThat(mia.open("/review?likely=much")).isEqualTo(400);
            mia.wentWrong();
        }
    }

    private void answerGretaAndLorenz() {
        FilledIn sheet = new FilledIn(workbook);
        sheet.answer(caseOf("Greta W."), "same person").contact(caseOf("Greta W."), "C101");
        sheet.answer(caseOf("Lorenz"), "same person");
    }

    private static void save(Visitor visitor, String link, Path file) {
        Download download = visitor.page().waitForDownload(visitor.link(link)::click);
        assertThat(download.suggestedFilename()).startsWith("tributary-cases").endsWith(".xlsx");
        download.saveAs(file);
    }

    private static void bringIn(Visitor visitor, Path file) {
        visitor.open("/review/workbook");
        visitor.page().getByLabel("Workbook (.xlsx)").setInputFiles(file);
        visitor.button("Bring it in").click();
    }

    private static List<String> cases(Path file) {
        return lastCells(file).subList(3, lastCells(file).size());
    }

    private static List<String> lastCells(Path file) {
        List<String> last = new ArrayList<>();
        new FilledIn(file)
                .change(sheet -> sheet.forEach(
                        row -> last.add(row.getCell(row.getLastCellNum() - 1).toString())));
        return last;
    }

    private long caseOf(String who) {
        return Long.parseLong(rows("SELECT r.id FROM review_case r JOIN participant p ON p.id = r.participant_id"
                        + " WHERE p.name = '" + who + "'")
                .get(0));
    }

    private List<String> rows(String sql) {
        return acme.installation().rows(sql);
    }
}
