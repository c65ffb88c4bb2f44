package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import dev.tributary.workbook.FilledIn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A steward answers the cases of the first night of the samples in a workbook, and the second night leaves it so; the same on every
 * database.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReviewedCases {

    private static final Predicate<String> TRAIL = table -> table.startsWith("audit_");

    private Installation installation;
    private Path workbook;
    private List<JsonNode> cases;
    private Ended exported;
    private Contents before;
    private Contents afterNoAnswer;
    private Ended ofAll;
    private Ended ofNone;
    private Ended noRange;
    private Ended noAnswer;
    private Ended applied;
    private Ended again;
    private Ended withAFormula;
    private Ended nextNight;
    private Ended left;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void twoNights(@TempDir Path home) {
        installation = installedIn(home);
        workbook = home.resolve("sent/cases.xlsx");
        assertThat(installation.tributary("sync", "--date", "2026-05-31").exitCode())
                .isZero();
        cases = new ArrayList<>();
        installation.tributary("--json", "review", "list").json().path("cases").forEach(cases::add);
        ofAll = installation.tributary("review", "list", "--likelihood", "0-100");
        ofNone = installation.tributary("review", "list", "--likelihood", "0-100", "--channel", "carrier-pigeon");
        noRange = installation.tributary("review", "export", "--likelihood", "a lot");
        before = installation.everything();
        exported = installation.tributary("review", "export", "--to", workbook.toString());
        noAnswer = installation.tributary("review", "apply", workbook.toString());
        afterNoAnswer = installation.everything();
        answer();
        applied = installation.tributary(
                "--json", "review", "apply", workbook.toString(), "--actor", "mia", "--out", result());
        again = installation.tributary("review", "apply", workbook.toString(), "--actor", "mia");
        nextNight = installation.tributary("sync", "--date", "2026-06-01");
        left = installation.tributary("review", "list");
        new FilledIn(workbook).change(sheet -> sheet.getRow(3).createCell(30).setCellFormula("1+1"));
        withAFormula = installation.tributary("review", "apply", workbook.toString());
    }

    private String result() {
        return workbook.resolveSibling("result.xlsx").toString();
    }

    private void answer() {
        FilledIn sheet = new FilledIn(workbook);
        sheet.answer(id(0), "same person").contact(id(0), firstContact(cases.get(0)));
        sheet.answer(id(1), "different people");
        sheet.answer(id(2), "not sure");
    }

    @Test
    void listsWhatWaitsTheLikeliestFirst() {
        assertThat(cases).hasSize(3);
        assertThat(cases)
                .extracting(it -> it.path("likelihood").asDouble())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(exported.exitCode()).as(exported.err()).isZero();
        assertThat(exported.out()).startsWith("3 cases in " + workbook);
    }

    @Test
    void changesNothingWhereNothingIsAnsweredButKeepsInTheTrailWhoTookThemAndWhoBroughtThemBack() {
        assertThat(noAnswer.exitCode()).as(noAnswer.err()).isZero();
        assertThat(noAnswer.out()).isEqualToIgnoringNewLines("No row has an answer; 3 of 3 rows without an answer.");
        assertThat(before.without(TRAIL).changesUntil(afterNoAnswer.without(TRAIL)))
                .isEmpty();
        assertThat(afterNoAnswer.of("audit_entry"))
                .satisfiesExactly(
                        exporting -> assertThat(exporting).contains("| EXPORT | review export, 3 cases |"),
                        applying -> assertThat(applying).contains("| DECISION | review apply, 3 rows |"));
    }

    @Test
    void appliesEveryAnswerOnce() {
        assertThat(applied.exitCode()).as(applied.err() + applied.out()).isZero();
        assertThat(applied.json().path("counts").path("APPLIED").asInt()).isEqualTo(3);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualToIgnoringNewLines("3 unchanged; 0 of 3 rows without an answer.");
        assertThat(installation.rows("SELECT answer, actor FROM verdict ORDER BY answer"))
                .containsExactly("DIFFERENT_PEOPLE | mia", "NOT_SURE | mia", "SAME_PERSON | mia");
    }

    @Test
    void tellsInAWorkbookWhatBecameOfEachRow() {
        List<String> last = new ArrayList<>();
        new FilledIn(Path.of(result()))
                .change(sheet -> sheet.forEach(
                        row -> last.add(row.getCell(row.getLastCellNum() - 1).toString())));

        assertThat(last).endsWith("Result", "Applied", "Applied", "Applied");
    }

    @Test
    void listsAndExportsThoseThatAreSoLikely() {
        assertThat(ofAll.out()).contains("3 of 3 open cases");
        assertThat(ofNone.out()).isEqualToIgnoringNewLines("No such case waits for a person.");
        assertThat(noRange.exitCode()).isEqualTo(2);
        assertThat(noRange.err()).contains("--likelihood").contains("such as 70-89");
    }

    @Test
    void isRespectedByTheNextNight() {
        assertThat(nextNight.exitCode()).as(nextNight.err()).isZero();
        assertThat(installation.rows(
                        "SELECT c.external_id, l.status FROM link l JOIN crm_contact c ON c.id = l.contact_id"
                                + " WHERE l.active_participant = " + participant(0)))
                .containsExactly(firstContact(cases.get(0)) + " | ASSERTED");
        assertThat(installation.rows("SELECT COUNT(*) FROM link WHERE active_participant = " + participant(1)))
                .containsExactly("0");
        assertThat(left.out()).startsWith(id(2) + "  ").contains("1 of 1 open cases");
        assertThat(installation.rows(
                        "SELECT outcome, COUNT(*) FROM participant_match WHERE outcome = 'REVIEW' GROUP BY outcome"))
                .containsExactly("REVIEW | 1");
    }

    @Test
    void takesNoFormula() {
        assertThat(withAFormula.exitCode()).isEqualTo(2);
        assertThat(withAFormula.err()).startsWith("The sheet 'Cases' has a formula in AE4");
    }

    private long id(int index) {
        return cases.get(index).path("id").asLong();
    }

    private long participant(int index) {
        return cases.get(index).path("participant").asLong();
    }

    private static String firstContact(JsonNode it) {
        return it.path("contacts").path(0).asString();
    }
}
