package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three nights on the bundled samples, as a newcomer spends them; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NightlySync {

    private static final List<String> LEDGERS = List.of(
            "sync_run",
            "run_fence",
            "sync_run_source",
            "sync_run_count",
            "source_window",
            "run_brake",
            "run_brake_contact");

    /** Which run read a segment last, and how often a record was refused. */
    private static final List<String> NOTES = List.of("landing_segment", "quarantined_record");

    private Installation installation;
    private Ended first;
    private Contents afterTheFirst;
    private Ended sameAgain;
    private Contents afterTheSameAgain;
    private Ended nextDay;
    private Contents afterTheNextDay;
    private Ended restaged;
    private Contents afterRestaging;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void threeNights(@TempDir Path home) {
        installation = installedIn(home);
        first = installation.tributary("--json", "sync", "--date", "2026-05-31");
        afterTheFirst = installation.everything();
        sameAgain = installation.tributary("sync", "--date", "2026-05-31");
        afterTheSameAgain = installation.everything();
        nextDay = installation.tributary("--json", "sync", "--date", "2026-06-01");
        afterTheNextDay = installation.everything();
        restaged = installation.tributary("--json", "sync", "--date", "2026-06-01", "--restage");
        afterRestaging = installation.everything();
        assertThat(afterTheFirst.of("crm_timeline_entry")).hasSizeGreaterThan(40);
    }

    @Test
    void endsWellAndQuietly() {
        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.json().path("state").asString()).isEqualTo("COMPLETED");
        assertThat(first.json().path("businessDate").asString()).isEqualTo("2026-05-31");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/bundled-sources.csv", numLinesToSkip = 1)
    void accountsForEveryRecord(
            String source,
            int interactions,
            int deletions,
            int filtered,
            int unreadable,
            int read,
            int added,
            int updated,
            int duplicate) {
        assertThat(equation(first, source))
                .isEqualTo(List.of(read, added, updated, 0, duplicate, filtered, 0, unreadable));
        assertThat(read).isEqualTo(interactions + deletions + filtered + unreadable);
    }

    @Test
    void findsOutWhoIsWho() {
        JsonNode people = first.json().path("people");
        assertThat(people.path("participants").asInt()).isEqualTo(49);
        assertThat(people.path("linked").asInt()).isEqualTo(32);
        assertThat(people.path("toReview").asInt()).isEqualTo(3);
        assertThat(people.path("unmatched").asInt()).isEqualTo(14);
    }

    @Test
    void asksAPersonAboutTheFamilysAddressTheCompanysNumberAndTheTagInAnAddress() {
        assertThat(installation.rows("""
                        SELECT p.native_id, r.reason, COUNT(c.contact_id) FROM review_case r
                        JOIN participant p ON p.id = r.participant_id JOIN review_candidate c ON c.case_id = r.id
                        WHERE r.state = 'OPEN' GROUP BY p.native_id, r.reason ORDER BY p.native_id"""))
                .containsExactly(
                        "+493023125800 | SHARED_IDENTIFIER | 3",
                        "familie.hoffmann@example.org | AMBIGUOUS_IDENTIFIER | 2",
                        "maria.schmidt+zelt@example.org | SIMILAR_IDENTIFIER | 1");
    }

    @Test
    void answersWithTheAgreedFieldsAndNoOthers() {
        assertThat(first.json().propertyNames())
                .containsExactly("job", "businessDate", "run", "state", "sources", "people", "report");
        assertThat(first.json().path("people").propertyNames())
                .containsExactly("participants", "linked", "toReview", "unmatched");
        assertThat(first.json().path("sources"))
                .hasSize(12)
                .allSatisfy(source -> assertThat(source.propertyNames())
                        .containsExactly(
                                "source",
                                "state",
                                "read",
                                "new",
                                "updated",
                                "unchanged",
                                "duplicate",
                                "filtered",
                                "suppressed",
                                "quarantined"));
    }

    @Test
    void theWaitsOfAllWeeksAreThoseOfTheReport() throws IOException {
        JsonNode report = JsonMapper.shared()
                .readTree(installation
                        .home()
                        .resolve("out/reports/2026-05-31/audit.json")
                        .toFile());
        List<String> told = new ArrayList<>();
        report.path("responseTimes")
                .forEach(it -> told.add(String.join(
                        " | ",
                        it.path("channel").asString(),
                        it.path("waits").asString(),
                        it.path("answered").asString(),
                        it.path("within15Minutes").asString(),
                        it.path("within60Minutes").asString())));
        told.removeIf(it -> it.contains(" | 0 | 0 | 0 | 0"));

        assertThat(told).hasSizeGreaterThan(4);
        assertThat(installation.rows("""
                SELECT channel, COUNT(*), COUNT(seconds), SUM(CASE WHEN seconds <= 900 THEN 1 ELSE 0 END),
                       SUM(CASE WHEN seconds <= 3600 THEN 1 ELSE 0 END)
                FROM response_wait GROUP BY channel ORDER BY channel""")).isEqualTo(told);
    }

    @Test
    void everyDayOfEverySourceIsCounted() {
        List<String> days = installation.rows(
                "SELECT source, on_day, SUM(interactions) FROM source_day GROUP BY source, on_day ORDER BY source, on_day");

        assertThat(days).hasSizeGreaterThan(12).isEqualTo(installation.rows("""
                SELECT w.source, CAST(i.occurred_at AS DATE), COUNT(*)
                FROM interaction_witness w JOIN interaction i ON i.id = w.interaction_id
                WHERE i.undated = FALSE AND i.occurred_at IS NOT NULL
                GROUP BY w.source, CAST(i.occurred_at AS DATE) ORDER BY w.source, CAST(i.occurred_at AS DATE)"""));
    }

    @Test
    void writesAReportThatOpensAndCalculatesNothing() throws IOException {
        Path folder = installation.home().resolve("out/reports/2026-05-31");
        assertThat(first.json().path("report").asString())
                .isEqualTo(folder.resolve("audit.xlsx").toString());
        assertThat(folder.resolve("audit.html")).isNotEmptyFile();
        assertThat(folder.resolve("audit.json")).isNotEmptyFile();
        try (InputStream in = Files.newInputStream(folder.resolve("audit.xlsx"));
                Workbook workbook = new XSSFWorkbook(in)) {
            assertThat(workbook).hasSize(9);
            assertThat(cells(workbook)).hasSizeGreaterThan(200).noneMatch(it -> it.getCellType() == CellType.FORMULA);
        }
    }

    @Test
    void listsInTheSecondNightWhatTheFirstDidNotAndAllWhereItIsAskedFor() throws IOException {
        long second = nextDay.json().path("run").asLong();
        String command = "'tributary report " + second + " --whole'";
        Path workbook = installation.home().resolve("out/reports/2026-06-01/audit.xlsx");

        assertThat(texts(workbook, "Unmatched"))
                .contains("Listed: 0 customers, new here or here for another reason since the report of run 1."
                        + " Not listed: 14 others; " + command + " lists everybody.");
        assertThat(texts(workbook, "Matches")).contains("Contact id").doesNotContain("C001");
        assertThat(installation
                        .tributary("report", String.valueOf(second), "--whole")
                        .exitCode())
                .isZero();
        assertThat(texts(workbook, "Unmatched")).noneMatch(it -> it.contains("Not listed"));
        assertThat(texts(workbook, "Matches")).contains("Contact id", "C001");
    }

    private static List<String> texts(Path file, String sheet) throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                Workbook workbook = new XSSFWorkbook(in)) {
            workbook.getSheet(sheet)
                    .forEach(row -> row.forEach(cell -> {
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell.getStringCellValue());
                        }
                    }));
        }
        return texts;
    }

    @Test
    void leavesADateAloneThatIsComplete() {
        assertThat(sameAgain.exitCode()).isZero();
        assertThat(sameAgain.out()).contains("already complete");
        assertThat(afterTheFirst.changesUntil(afterTheSameAgain)).isEmpty();
    }

    @Test
    void readsNoFileTwiceOnTheNextDay() {
        assertThat(nextDay.exitCode()).isZero();
        assertThat(nextDay.json().path("sources"))
                .hasSize(12)
                .allSatisfy(source -> assertThat(source.path("read").asInt()).isZero());
        assertThat(nextDay.json().path("people")).isEqualTo(first.json().path("people"));
        assertThat(data(afterTheFirst).changesUntil(data(afterTheNextDay))).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/bundled-sources.csv", numLinesToSkip = 1)
    void findsEverythingUnchangedWhenItStagesAgain(
            String source, int interactions, int deletions, int filtered, int unreadable, int read) {
        assertThat(equation(restaged, source))
                .isEqualTo(List.of(read, 0, 0, interactions + deletions, 0, filtered, 0, unreadable));
    }

    @Test
    void changesNobodysStoryWhenItStagesAgain() {
        assertThat(restaged.exitCode()).isZero();
        Contents before = data(afterTheFirst).without(NOTES::contains);
        assertThat(before.changesUntil(data(afterRestaging).without(NOTES::contains)))
                .isEmpty();
    }

    private static List<Integer> equation(Ended run, String source) {
        JsonNode found = run.json()
                .path("sources")
                .valueStream()
                .filter(it -> it.path("source").asString().equals(source))
                .findFirst()
                .orElseThrow();
        return List.of("read", "new", "updated", "unchanged", "duplicate", "filtered", "suppressed", "quarantined")
                .stream()
                .map(count -> found.path(count).asInt())
                .toList();
    }

    /** What the runs leave, without what they note of themselves. */
    private static Contents data(Contents everything) {
        return everything.without(table -> table.startsWith("batch_") || LEDGERS.contains(table));
    }

    private static List<Cell> cells(Workbook workbook) {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(cells::add);
            }
        }
        return cells;
    }
}
