package dev.tributary;

import static dev.tributary.AMessage.aMessage;
import static dev.tributary.RunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that would link too much, and the person who decides them; the same on every database. */
abstract class HeldRuns {

    private static final String MONDAY = "2026-06-01";
    private static final String TUESDAY = "2026-06-02";
    private static final String WEDNESDAY = "2026-06-03";

    @TempDir
    Path home;

    private Installation installation;

    abstract Installation installedIn(Path home);

    @BeforeEach
    void sixPeopleAreKnownSinceMonday() {
        installation = installedIn(home)
                .file("mappings/plain.jsonata", AMessage.MAPPING)
                .file("jobs/sources/mail.yaml", """
                        source: mail
                        channel: mail
                        account: us@acme.example
                        extract: { kind: file, path: "inbox/*.ndjson" }
                        mapping: plain
                        """)
                .file("jobs/nightly-sync.yaml", """
                        job: nightly-sync
                        contacts: contacts.csv
                        sources: [mail]
                        brake: { newLinksShare: 25%, largestCluster: 3, matchRateDrop: 20, atLeast: 3 }
                        """);
        contacts(12);
        write("monday", 1, 6);
        assertThat(night(MONDAY)).completed().people(6, 6, 0, 0);
        assertThat(timeline()).hasSize(6);
    }

    @Test
    void isHeldWhereItLinksTooManyAndPublishesNothing() throws IOException {
        write("tuesday", 5, 9);
        Contents before = installation.everything();

        Ended held = night(TUESDAY);

        assertThat(held.exitCode()).as(held.err()).isEqualTo(3);
        assertThat(held).state("HELD").balances().people(9, 9, 0, 0);
        assertThat(held.json().path("held").path("why").asString())
                .isEqualTo("Held by the brake: 3 new links are 50% of the 6 that stood before (newLinksShare: 25%)."
                        + " Look first at contact C7 (1 participants, 1 new), C8 (1 participants, 1 new),"
                        + " C9 (1 participants, 1 new).");
        assertThat(held.json().path("held").path("newLinks").asInt()).isEqualTo(3);
        assertThat(held.json().path("held").path("linksBefore").asInt()).isEqualTo(6);
        assertThat(held.json().path("held").path("riskiest")).hasSize(3);
        assertThat(installation.everything().of("crm_timeline_entry")).isEqualTo(before.of("crm_timeline_entry"));
        assertThat(installation.everything().of("crm_contact_point")).isEqualTo(before.of("crm_contact_point"));
        assertThat(installation.rows("SELECT state, published FROM sync_run ORDER BY id"))
                .extracting(it -> it.toUpperCase(Locale.ROOT))
                .containsExactly("COMPLETED | TRUE", "HELD | FALSE");
    }

    @Test
    void tellsInReportAndStatusThatItIsHeldAndWhatToDo() throws IOException {
        write("tuesday", 7, 9);
        Ended held = installation.tributary("sync", "--date", TUESDAY);

        assertThat(held.out())
                .contains("nightly-sync for 2026-06-02: HELD (run 2")
                .contains("3 new links are 50% of the 6 that stood before")
                .contains("tributary approve 2 ")
                .contains("tributary approve 2 --reject")
                .doesNotContain("@example.org");
        assertThat(installation.tributary("status").out()).contains("HELD").contains("3 new links are 50%");
        Path folder = home.resolve("out/reports/" + TUESDAY);
        assertThat(summaryOf(folder.resolve("audit.xlsx")))
                .contains("held", "Held", "Run held")
                .anyMatch(it -> it.startsWith("Held by the brake: 3 new links"))
                .anyMatch(it -> it.contains("tributary approve 2"));
        assertThat(folder.resolve("audit.html")).content().contains("Why it is held:");
        assertThat(folder.resolve("audit.json")).content().contains("\"state\" : \"HELD\"");
    }

    @Test
    void changesNothingWhereItIsStartedAgain() {
        write("tuesday", 7, 9);
        night(TUESDAY);
        Contents before = installation.everything();

        Ended again = installation.tributary("sync", "--date", TUESDAY);
        Ended further = installation.tributary("--json", "sync", "--date", TUESDAY, "--again");

        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.out()).contains("is held (run 2): nothing was read").contains("tributary approve 2");
        assertThat(further.exitCode()).isEqualTo(3);
        assertThat(further).state("HELD").read("mail", 0);
        assertThat(before.changesUntil(installation.everything())).isEmpty();
    }

    @Test
    void publishesAllOfItWhereItIsApproved() {
        write("tuesday", 5, 9);
        night(TUESDAY);

        Ended approved =
                installation.tributary("--json", "approve", "2", "--reason", "the trade fair", "--actor", "Mia");

        assertThat(approved).completed().people(9, 9, 0, 0);
        assertThat(approved.json().has("held")).isFalse();
        assertThat(timeline())
                .hasSize(11)
                .contains("C5 | monday 5", "C5 | tuesday 5", "C7 | tuesday 7", "C9 | tuesday 9");
        assertThat(installation.rows("SELECT decision, decided_by, reason FROM run_brake WHERE run_id = 2"))
                .containsExactly("APPROVED | Mia | the trade fair");
        assertThat(installation.tributary("sync", "--date", TUESDAY).out()).contains("already complete");
        assertThat(home.resolve("out/reports/" + TUESDAY + "/audit.json"))
                .content()
                .contains("COMPLETED");
    }

    @Test
    void goesOnFromTheBrakeInTheSameJob() {
        write("tuesday", 7, 9);
        night(TUESDAY);
        installation.tributary("approve", "2");

        assertThat(installation.rows("""
                        SELECT e.job_instance_id, s.step_name, s.status
                        FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION e ON e.job_execution_id = s.job_execution_id
                        WHERE e.job_execution_id IN (2, 3) AND s.step_name IN ('identify', 'brake', 'publish', 'report')
                        ORDER BY s.step_execution_id"""))
                .containsExactly(
                        "2 | identify | COMPLETED",
                        "2 | brake | STOPPED",
                        "2 | brake | COMPLETED",
                        "2 | publish | COMPLETED",
                        "2 | report | COMPLETED");
    }

    @Test
    void countsOnceWhatCameAlsoWhileItIsHeld() {
        write("tuesday", 7, 9);
        night(TUESDAY);
        List<String> counted = counted();

        installation.tributary("approve", "2");

        assertThat(counted).containsExactly("2026-05-01 | 9", "9");
        assertThat(counted()).isEqualTo(counted);
    }

    /** How many messages there are of each day, and for how many of them their customers waited. */
    private List<String> counted() {
        List<String> counted = new ArrayList<>(installation.rows("SELECT on_day, interactions FROM source_day"));
        counted.addAll(installation.rows("SELECT COUNT(*) FROM response_wait"));
        return counted;
    }

    @Test
    void takesTheNewLinksBackWhereItIsRejectedAndPublishesTheRest() {
        write("tuesday", 5, 9);
        night(TUESDAY);

        Ended rejected = installation.tributary("--json", "approve", "2", "--reject");

        assertThat(rejected).completed().people(9, 6, 0, 3);
        assertThat(timeline()).hasSize(8).contains("C5 | tuesday 5", "C6 | tuesday 6");
        assertThat(installation.rows("SELECT status, COUNT(*) FROM link GROUP BY status ORDER BY status"))
                .containsExactly("INFERRED | 6", "RETRACTED | 3");
        assertThat(installation.rows(
                        "SELECT reason, COUNT(*) FROM participant_match WHERE outcome = 'UNMATCHED' GROUP BY reason"))
                .containsExactly("REJECTED | 3");
        assertThat(summaryOfRun(2)).contains("The run that linked them was rejected");

        // nobody said that they are not these contacts: the next run links them again, and is held again
        Ended next = night(WEDNESDAY);
        assertThat(next.exitCode()).isEqualTo(3);
        assertThat(next).state("HELD");
        assertThat(installation.rows("SELECT MAX(sequence) FROM link")).containsExactly("2");
        assertThat(installation.tributary("approve", "3").exitCode()).isZero();
        assertThat(timeline()).hasSize(11);
    }

    @Test
    void holdsTheNextNightTooAndApprovingTheNewestApprovesAll() {
        write("tuesday", 7, 9);
        night(TUESDAY);
        write("wednesday", 10, 10);

        Ended wednesday = night(WEDNESDAY);

        assertThat(wednesday.exitCode()).isEqualTo(3);
        assertThat(wednesday.json().path("held").path("why").asString())
                .contains("4 new links are 66.7% of the 6 that stood before")
                .contains("Counted together with run 2, which waits too.");
        Contents before = installation.everything();
        Ended older = installation.tributary("approve", "2");
        assertThat(older.exitCode()).isEqualTo(2);
        assertThat(older.err()).contains("Run 3 is held on top of run 2").contains("decide run 3");
        assertThat(before.changesUntil(installation.everything())).isEmpty();

        assertThat(installation.tributary("--json", "approve", "3")).completed();
        assertThat(timeline()).hasSize(10).contains("C7 | tuesday 7", "C10 | wednesday 10");
        assertThat(installation.rows("SELECT state FROM sync_run ORDER BY id"))
                .containsExactly("COMPLETED", "COMPLETED", "COMPLETED");
        assertThat(installation.rows("SELECT decision FROM run_brake WHERE held = TRUE ORDER BY run_id"))
                .containsExactly("APPROVED", "APPROVED");
        assertThat(installation.tributary("sync", "--date", TUESDAY).out()).contains("already complete");
    }

    @Test
    void holdsARunThatPutsTooManyOnOneContact() {
        installation.file(
                "contacts.csv", "id,name,emails\nC1,Ann,anna1@example.org;b@example.org;c@example.org;d@example.org\n");
        installation.file(
                "inbox/tuesday.ndjson",
                AMessage.lines(
                        aMessage("b").from("b@example.org").saying("b"),
                        aMessage("c").from("c@example.org").saying("c"),
                        aMessage("d").from("d@example.org").saying("d")));
        allows("newLinksShare: 100%, largestCluster: 3, atLeast: 3");
        Ended held = night(TUESDAY);

        assertThat(held.exitCode()).isEqualTo(3);
        assertThat(held.json().path("held").path("why").asString())
                .isEqualTo("Held by the brake: a contact that grew has 4 participants (largestCluster: 3)."
                        + " Look first at contact C1 (4 participants, 3 new).");
    }

    @Test
    void holdsARunAfterWhichFarFewerAreRecognised() {
        installation.file(
                "inbox/tuesday.ndjson",
                IntStream.rangeClosed(1, 4)
                        .mapToObj(it -> AMessage.lines(aMessage("s" + it)
                                .from("stranger" + it + "@example.org")
                                .saying("who are you?")))
                        .reduce("", String::concat));
        Ended held = night(TUESDAY);

        assertThat(held.exitCode()).isEqualTo(3);
        assertThat(held.json().path("held").path("why").asString())
                .isEqualTo("Held by the brake: the share of participants with a contact fell from 100% to 60%"
                        + " (matchRateDrop: 20).");
    }

    @Test
    void letsANightWithinItsBudgetsPass() {
        write("tuesday", 5, 7);

        assertThat(night(TUESDAY)).completed();
        assertThat(timeline()).hasSize(9);
    }

    @Test
    void letsOnlyWhatIsHeldBeDecided() {
        Ended complete = installation.tributary("approve", "1");
        Ended unknown = installation.tributary("approve", "77");

        assertThat(complete.exitCode()).isEqualTo(2);
        assertThat(complete.err()).contains("Run 1 is COMPLETED").contains("tributary status");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no run 77");
    }

    @Test
    void isHeldAgainWhereItWasKilledBeforeItSaidSo() {
        write("tuesday", 7, 9);
        night(TUESDAY);
        installation.change("UPDATE sync_run SET state = 'RUNNING', failure = NULL, report = NULL WHERE id = 2");

        Ended again = night(TUESDAY);

        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.json().path("held").path("why").asString()).contains("3 new links are 50%");
        assertThat(again.json().path("report").asString()).endsWith("audit.xlsx");
    }

    @Test
    void goesOnWhereItWasKilledAfterItWasDecided() {
        write("tuesday", 7, 9);
        night(TUESDAY);
        installation.change("UPDATE run_brake SET decision = 'REJECTED' WHERE run_id = 2");
        installation.change("UPDATE sync_run SET state = 'RUNNING', failure = NULL WHERE id = 2");

        Ended otherwise = installation.tributary("approve", "2");
        assertThat(otherwise.exitCode()).isEqualTo(2);
        assertThat(otherwise.err()).contains("Run 2 was REJECTED before");
        assertThat(installation.tributary("--json", "approve", "2", "--reject"))
                .completed()
                .people(9, 6, 0, 3);
        assertThat(timeline()).hasSize(6);
    }

    private Ended night(String date) {
        return installation.tributary("--json", "sync", "--date", date);
    }

    private void contacts(int count) {
        StringBuilder csv = new StringBuilder("id,name,email\n");
        IntStream.rangeClosed(1, count)
                .forEach(it -> csv.append("C%1$d,Anna %1$d,anna%1$d@example.org\n".formatted(it)));
        installation.file("contacts.csv", csv.toString());
    }

    /** Each of these people writes one message. */
    private void write(String day, int first, int last) {
        StringBuilder lines = new StringBuilder();
        IntStream.rangeClosed(first, last)
                .forEach(it -> lines.append(AMessage.lines(
                        aMessage(day + it).from("anna" + it + "@example.org").saying(day + " " + it))));
        installation.file("inbox/" + day + ".ndjson", lines.toString());
    }

    private void allows(String brake) {
        installation.file(
                "jobs/nightly-sync.yaml",
                "job: nightly-sync\ncontacts: contacts.csv\nsources: [mail]\nbrake: { " + brake + " }\n");
    }

    private List<String> timeline() {
        return installation.rows("SELECT contact, text FROM crm_timeline");
    }

    private String summaryOfRun(long run) {
        installation.tributary("report", String.valueOf(run));
        try {
            return Files.readString(home.resolve("out/reports/" + TUESDAY + "/audit.html"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> summaryOf(Path workbook) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                Workbook book = new XSSFWorkbook(in)) {
            List<String> texts = new ArrayList<>();
            book.getSheet("Summary").forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
            return texts;
        }
    }
}
