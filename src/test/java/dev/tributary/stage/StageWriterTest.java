package dev.tributary.stage;

import static dev.tributary.stage.Said.aMessage;
import static dev.tributary.stage.Said.party;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tributary.run.Counted;
import dev.tributary.run.Equation;
import dev.tributary.run.Outcome;
import dev.tributary.run.SourceCounts;
import dev.tributary.testing.TestDatabase;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class StageWriterTest {

    private static final String[] STAGED = {
        "interaction",
        "interaction_participant",
        "interaction_relation",
        "interaction_witness",
        "participant",
        "participant_identifier",
        "quarantined_record"
    };

    @Parameter
    TestDatabase database;

    private JdbcTemplate jdbc;
    private StagedRun run;

    @BeforeEach
    void aRun() {
        database.clear();
        jdbc = database.jdbc();
        run = StagedRun.on(database);
    }

    @Test
    void countsAMessageAsNewAndItsRepetitionInALaterRunAsUnchanged() {
        run.write(aMessage().on(1, 1).report());
        assertThat(counts(run, "inbox")).isEqualTo(Map.of(Outcome.NEW, 1L));
        Map<String, List<String>> before = database.content(STAGED);

        StagedRun next = StagedRun.on(database);
        next.write(aMessage().on(2, 1).report());

        assertThat(counts(next, "inbox")).isEqualTo(Map.of(Outcome.UNCHANGED, 1L));
        assertThat(database.content(STAGED)).isEqualTo(before);
    }

    /** Spring Batch would roll it back without a word, and go on behind it. */
    @Test
    void refusesAChunkWhoseTransactionSomebodyHasMarkedToBeRolledBack() {
        assertThatIllegalStateException()
                .isThrownBy(() -> database.transaction().executeWithoutResult(status -> {
                    database.transaction().executeWithoutResult(TransactionStatus::setRollbackOnly);
                    run.write(aMessage().report());
                }))
                .withMessageContaining("rolled back");

        assertThat(database.rows("SELECT id FROM interaction")).isEmpty();
    }

    @Test
    void countsARepetitionInTheSameRunAsDuplicate() {
        run.write(aMessage().report(), aMessage().on(1, 2).report());
        run.write(aMessage().on(2, 1).report());

        assertThat(counts(run, "inbox")).isEqualTo(Map.of(Outcome.NEW, 1L, Outcome.DUPLICATE, 2L));
        assertThat(number("SELECT COUNT(*) FROM interaction")).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM interaction_witness")).isEqualTo(1);
    }

    @Test
    void keepsOneMessageThatTwoSourcesReportAndBothAsWitnesses() {
        run.write(aMessage().reportedBy("inbox").report());
        run.write(aMessage().reportedBy("helpdesk").on(4, 9).report());

        assertThat(counts(run, "inbox")).isEqualTo(Map.of(Outcome.NEW, 1L));
        assertThat(counts(run, "helpdesk")).isEqualTo(Map.of(Outcome.DUPLICATE, 1L));
        assertThat(number("SELECT COUNT(*) FROM interaction")).isEqualTo(1);
        assertThat(database.rows("SELECT source, segment, line FROM interaction_witness ORDER BY source"))
                .hasToString("[{source=helpdesk, segment=4, line=9}, {source=inbox, segment=1, line=1}]");
    }

    @Test
    void givesEachReportTheDayOnWhichItWillBeCounted() {
        run.write(aMessage().reportedBy("inbox").report());
        run.write(aMessage().reportedBy("helpdesk").report());
        run.write(aMessage().withId("m2").undated().report());
        StagedRun.on(database)
                .write(
                        aMessage().reportedBy("archive").report(),
                        aMessage().withId("m2").undated().reportedBy("archive").report());

        assertThat(days())
                .hasToString("[{source=archive, counted_on=2026-01-31}, {source=archive, counted_on=null},"
                        + " {source=helpdesk, counted_on=2026-01-31}, {source=inbox, counted_on=2026-01-31},"
                        + " {source=inbox, counted_on=null}]");
    }

    @Test
    void givesTheReportsOfARunThatGoesOnAfterALaterOneWasCountedNoDay() {
        StagedRun later = StagedRun.on(database);
        run.write(aMessage().report());
        database.bean(Counted.class).all(Counted.What.DAYS, later.number());

        run.partition(1).write(aMessage().withId("m2").reportedBy("late").report());

        assertThat(days()).hasToString("[{source=inbox, counted_on=2026-01-31}, {source=late, counted_on=null}]");
    }

    private List<Map<String, String>> days() {
        return database.rows("SELECT w.source, w.counted_on FROM interaction_witness w"
                + " JOIN interaction i ON i.id = w.interaction_id ORDER BY w.source, i.native_id");
    }

    @Test
    void takesTheWordsOfTheSourceThatComesFirstWhereTwoTellTheSameMomentDifferently() {
        run.write(aMessage().reportedBy("inbox").saying("Hello…").report());
        run.write(aMessage()
                .reportedBy("helpdesk")
                .saying("Hello, I have a question")
                .report());
        run.write(aMessage().reportedBy("zendesk").saying("Hello [cut]").report());

        assertThat(counts(run, "helpdesk")).isEqualTo(Map.of(Outcome.DUPLICATE, 1L));
        assertThat(counts(run, "zendesk")).isEqualTo(Map.of(Outcome.DUPLICATE, 1L));
        assertThat(text("SELECT body FROM interaction")).isEqualTo("Hello, I have a question");
    }

    @Test
    void replacesTheWordsOfAnEditedMessage() {
        run.write(aMessage().saying("Helo").report());
        StagedRun next = StagedRun.on(database);
        next.write(aMessage().saying("Hello").editedAt(11, 0).on(2, 1).report());

        assertThat(counts(next, "inbox")).isEqualTo(Map.of(Outcome.UPDATED, 1L));
        assertThat(text("SELECT body FROM interaction")).isEqualTo("Hello");
        assertThat(time("edited_at")).isEqualTo("2026-01-31T11:00");
        assertThat(time("occurred_at")).isEqualTo("2026-01-31T10:00");
        assertThat(number("SELECT changed_run FROM interaction")).isEqualTo(next.number());
        assertThat(number("SELECT created_run FROM interaction")).isEqualTo(run.number());
    }

    @Test
    void keepsTheWordsWhenAnOlderVersionArrivesLater() {
        run.write(aMessage().saying("Hello").editedAt(11, 0).report());
        run.write(aMessage().reportedBy("helpdesk").saying("Helo").report());

        assertThat(counts(run, "helpdesk")).isEqualTo(Map.of(Outcome.DUPLICATE, 1L));
        assertThat(text("SELECT body FROM interaction")).isEqualTo("Hello");
    }

    @Test
    void learnsFromAnOlderVersionWhenTheMessageWasWritten() {
        run.write(aMessage().at(11, 0).saying("Hello").editedAt(11, 0).report());
        StagedRun next = StagedRun.on(database);
        next.write(aMessage().reportedBy("helpdesk").at(10, 0).saying("Helo").report());

        assertThat(time("occurred_at")).isEqualTo("2026-01-31T10:00");
        assertThat(text("SELECT body FROM interaction")).isEqualTo("Hello");
        assertThat(number("SELECT changed_run FROM interaction")).isEqualTo(next.number());
    }

    @Test
    void keepsATombstoneForAWithdrawalThatComesBeforeItsMessage() {
        run.write(aMessage().at(12, 0).withdrawal());
        assertThat(counts(run, "inbox")).isEqualTo(Map.of(Outcome.NEW, 1L));
        assertThat(database.rows("SELECT type, body, deleted_at FROM interaction"))
                .hasToString("[{type=null, body=null, deleted_at=2026-01-31T12:00}]");

        StagedRun next = StagedRun.on(database);
        next.write(aMessage().saying("I take that back").on(2, 1).report());

        assertThat(counts(next, "inbox")).isEqualTo(Map.of(Outcome.UPDATED, 1L));
        assertThat(text("SELECT type FROM interaction")).isEqualTo("MESSAGE");
        assertThat(text("SELECT body FROM interaction")).isNull();
        assertThat(time("deleted_at")).isEqualTo("2026-01-31T12:00");
        assertThat(time("occurred_at")).isEqualTo("2026-01-31T10:00");
    }

    @Test
    void erasesTheWordsOfAMessageThatIsWithdrawnAndNeverBringsThemBack() {
        run.write(aMessage().saying("Secret").report());
        StagedRun withdrawing = StagedRun.on(database);
        withdrawing.write(aMessage().at(12, 0).on(2, 1).withdrawal());
        assertThat(counts(withdrawing, "inbox")).isEqualTo(Map.of(Outcome.UPDATED, 1L));

        StagedRun reviving = StagedRun.on(database);
        reviving.write(
                aMessage().saying("Secret").on(3, 1).report(),
                aMessage().saying("Secret again").editedAt(13, 0).on(3, 2).report(),
                aMessage().reportedBy("helpdesk").saying("Secret, too").report());

        assertThat(counts(reviving, "inbox")).isEqualTo(Map.of(Outcome.UNCHANGED, 2L));
        assertThat(text("SELECT body FROM interaction")).isNull();
        assertThat(time("deleted_at")).isEqualTo("2026-01-31T12:00");
        assertThat(database.content(STAGED).toString()).doesNotContain("Secret");
    }

    @Test
    void takesAVersionThatSaysItselfWithdrawnAsWithdrawal() {
        run.write(
                aMessage().saying("Secret").report(),
                aMessage().saying("Secret").editedAt(12, 0).withdrawn().on(1, 2).report());

        assertThat(counts(run, "inbox")).isEqualTo(Map.of(Outcome.NEW, 1L, Outcome.UPDATED, 1L));
        assertThat(text("SELECT body FROM interaction")).isNull();
        assertThat(time("deleted_at")).isEqualTo("2026-01-31T12:00");
    }

    @Test
    void countsTheSameWithdrawalInALaterRunAsUnchanged() {
        run.write(aMessage().report(), aMessage().at(12, 0).on(1, 2).withdrawal());
        Map<String, List<String>> before = database.content(STAGED);
        StagedRun next = StagedRun.on(database);
        next.write(aMessage().on(2, 1).report(), aMessage().at(12, 0).on(2, 2).withdrawal());

        assertThat(counts(next, "inbox")).isEqualTo(Map.of(Outcome.UNCHANGED, 2L));
        assertThat(database.content(STAGED)).isEqualTo(before);
    }

    @Test
    void saysAnewWhoIsInAnEditedMessageAndWhatItIsTiedTo() {
        run.write(aMessage().to("bo", "cy").sharing("m7", "m8").report());
        run.write(
                aMessage().to("cy", "di").sharing("m8").editedAt(11, 0).on(2, 1).report());

        assertThat(roles()).containsExactly("AUTHOR ann", "RECIPIENT cy", "RECIPIENT di");
        assertThat(jdbc.queryForList("SELECT target FROM interaction_relation", String.class))
                .containsExactly("m8");
    }

    @Test
    void leavesThePeopleOfAMessageAloneWhenAnOlderVersionArrives() {
        run.write(aMessage().to("cy").sharing("m8").editedAt(11, 0).report());
        run.write(aMessage().to("bo").sharing("m7").on(2, 1).report());

        assertThat(roles()).containsExactly("AUTHOR ann", "RECIPIENT cy");
        assertThat(jdbc.queryForList("SELECT target FROM interaction_relation", String.class))
                .containsExactly("m8");
    }

    @Test
    void keepsTheKeysOfWhatAMessageAnswersAndOfItsConversation() {
        run.write(
                aMessage().in("c1").report(),
                aMessage().withId("m2").in("c1").answering("m1").on(1, 2).report());

        assertThat(number("SELECT COUNT(*) FROM interaction reply JOIN interaction asked"
                        + " ON asked.natural_key = reply.parent_key AND asked.conversation_key = reply.conversation_key"
                        + " WHERE reply.native_id = 'm2' AND asked.native_id = 'm1'"))
                .isEqualTo(1);
    }

    @Test
    void keepsTheNameThatWasSeenLastAndEveryAddressWithItsBestGrade() {
        run.write(aMessage()
                .at(11, 0)
                .from(party("7", "@ann", "Ann Smith", List.of("Ann@Example.org"), List.of()))
                .report());
        run.write(
                aMessage()
                        .withId("m2")
                        .at(10, 0)
                        .from(party("7", "@anna", "Ann Miller", List.of(), List.of()))
                        .report(),
                aMessage().on(1, 3).at(9, 0).claimOf(party("7", null, null, List.of("ann@example.org"), List.of())));

        assertThat(text("SELECT name FROM participant")).isEqualTo("Ann Smith");
        assertThat(database.rows("SELECT raw, grade, usable, first_seen, last_seen FROM participant_identifier"
                        + " WHERE type = 'EMAIL'"))
                .hasToString("[{raw=Ann@Example.org, grade=VERIFIED, usable=true,"
                        + " first_seen=2026-01-31T09:00, last_seen=2026-01-31T11:00}]");
        assertThat(number("SELECT COUNT(*) FROM participant_identifier WHERE type = 'HANDLE'"))
                .isEqualTo(2);
    }

    @Test
    void knowsTwoSpellingsOfANameApart() {
        run.write(aMessage().from(party("7", null, "ann", List.of(), List.of())).report());
        run.write(aMessage()
                .withId("m2")
                .from(party("7", null, "Ann", List.of(), List.of()))
                .report());
        run.write(aMessage()
                .withId("m3")
                .from(party("7", null, "ANN", List.of(), List.of()))
                .report());

        assertThat(text("SELECT name FROM participant")).isEqualTo("ann");
    }

    @Test
    void countsNewsOfAPersonByWhatTheyAdd() {
        run.write(aMessage().profileOf(party("7", "@ann", "Ann", List.of(), List.of())));
        run.write(
                aMessage().on(1, 2).profileOf(party("7", "@ann", "Ann", List.of(), List.of())),
                aMessage().on(1, 3).profileOf(party("7", "@ann", "Ann", List.of("ann@example.org"), List.of())));

        assertThat(counts(run, "inbox")).isEqualTo(Map.of(Outcome.NEW, 1L, Outcome.UNCHANGED, 1L, Outcome.UPDATED, 1L));
        assertThat(text("SELECT grade FROM participant_identifier WHERE type = 'EMAIL'"))
                .isEqualTo("DECLARED");
        assertThat(number("SELECT side FROM participant")).isZero();
    }

    @Test
    void keepsWhatItCannotReadAndCountsHowOftenItTried() {
        run.write(aMessage().on(3, 7).refused());
        run.write(aMessage().on(3, 7).refused());
        StagedRun next = StagedRun.on(database);
        next.write(aMessage().on(3, 7).refused());

        assertThat(counts(run, "inbox")).isEqualTo(Map.of(Outcome.QUARANTINED, 2L));
        assertThat(database.rows("SELECT code, message, mapping, attempts, mended_run FROM quarantined_record"))
                .hasToString("[{code=INVALID_RECORD, message=the field 'at' is missing, mapping=a-mapping, attempts=2,"
                        + " mended_run=null}]");
        assertThat(number("SELECT first_run FROM quarantined_record")).isEqualTo(run.number());
        assertThat(number("SELECT last_run FROM quarantined_record")).isEqualTo(next.number());
    }

    @Test
    void mendsWhatIsReadableNowWhenItsSegmentIsReadAgain() {
        run.write(
                aMessage().on(3, 7).refused(),
                aMessage().on(3, 8).refused(),
                aMessage().on(4, 1).refused());
        StagedRun next = StagedRun.on(database);
        next.write(aMessage().on(3, 7).report(), aMessage().on(3, 8).refused(), next.endOf("inbox", 3));

        assertThat(jdbc.queryForList(
                        "SELECT segment, line FROM quarantined_record WHERE mended_run = ?", next.number()))
                .hasToString("[{segment=3, line=7}]");
        StagedRun third = StagedRun.on(database);
        third.write(aMessage().on(3, 7).refused(), third.endOf("inbox", 3));
        assertThat(jdbc.queryForList("SELECT line FROM quarantined_record WHERE mended_run IS NOT NULL", Long.class))
                .containsExactly(8L);
    }

    @Test
    void countsEveryRecordOfEverySource() {
        run.write(
                aMessage().report(),
                aMessage().on(1, 2).filtered(),
                aMessage().on(1, 3).refused(),
                aMessage().reportedBy("helpdesk").report(),
                aMessage().reportedBy("helpdesk").withId("m2").report());
        run.write(aMessage().on(1, 4).filtered());

        assertThat(counts(run, "inbox"))
                .isEqualTo(Map.of(Outcome.NEW, 1L, Outcome.FILTERED, 2L, Outcome.QUARANTINED, 1L));
        assertThat(counts(run, "helpdesk")).isEqualTo(Map.of(Outcome.NEW, 1L, Outcome.DUPLICATE, 1L));
        assertThat(database.bean(Equation.class).of(run.number()).values())
                .allMatch(SourceCounts::balances)
                .extracting(SourceCounts::read)
                .containsExactly(2L, 4L);
    }

    @Test
    void tellsIdsApartThatDifferInCaseOrAccentOrBlank() {
        run.write(
                aMessage().withId("a").report(),
                aMessage().withId("A").report(),
                aMessage().withId("ä").report(),
                aMessage().withId("a\u200B").report(),
                aMessage().withId("a ").report());

        assertThat(counts(run, "inbox")).isEqualTo(Map.of(Outcome.NEW, 5L));
        assertThat(jdbc.queryForList("SELECT native_id FROM interaction", String.class))
                .containsExactlyInAnyOrder("a", "A", "ä", "a\u200B", "a ");
    }

    @Test
    void keepsWordsOfEveryScriptAndLength() {
        String long1 = "ΩЯ漢😀".repeat(50_000);
        run.write(
                aMessage().saying(long1).report(),
                aMessage().withId("m2").saying("a\0b").report());

        assertThat(text("SELECT body FROM interaction WHERE native_id = 'm1'")).isEqualTo(long1);
        assertThat(text("SELECT body FROM interaction WHERE native_id = 'm2'")).isEqualTo("ab");
    }

    private List<String> roles() {
        return jdbc.query(
                "SELECT r.role, p.name FROM interaction_participant r JOIN participant p ON p.id = r.participant_id"
                        + " ORDER BY r.role, p.name",
                (row, number) -> row.getString(1) + " " + row.getString(2));
    }

    private Map<Outcome, Long> counts(StagedRun of, String source) {
        Map<Outcome, Long> counts = new TreeMap<>(
                database.bean(Equation.class).of(of.number()).get(source).outcomes());
        counts.values().removeIf(it -> it == 0);
        return counts;
    }

    private long number(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }

    private String text(String sql) {
        return jdbc.queryForObject(sql, String.class);
    }

    private String time(String column) {
        return String.valueOf(jdbc.queryForObject("SELECT " + column + " FROM interaction", LocalDateTime.class));
    }

    @Test
    void aReportThatTellsATimeStandsWhicheverComesFirst() {
        for (boolean datedFirst : new boolean[] {true, false}) {
            String id = "m-" + datedFirst;
            Normalised dated = aMessage()
                    .withId(id)
                    .reportedBy("z")
                    .at(9, 0)
                    .saying("All of it")
                    .report();
            Normalised undated =
                    aMessage().withId(id).reportedBy("a").undated().at(23, 0).report();
            run.write(datedFirst ? dated : undated);
            run.write(datedFirst ? undated : dated);
        }

        assertThat(number("SELECT COUNT(*) FROM interaction WHERE body = 'All of it' AND undated = FALSE"))
                .isEqualTo(2);
        assertThat(jdbc.queryForList("SELECT occurred_at FROM interaction", LocalDateTime.class))
                .allMatch(it -> it.getHour() == 9);
    }
}
