package dev.tributary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.run.RunLock;
import dev.tributary.testing.TestDatabase;
import dev.tributary.timeline.Timelines.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who somebody is, by a person's word. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LinksTest {

    private static final String[] ALL_TABLES = {
        "link",
        "never_match",
        "contact_merge",
        "never_merge",
        "interaction_move",
        "crm_contact",
        "crm_contact_point",
        "crm_timeline_entry",
        "golden_contact"
    };

    @Parameter
    TestDatabase database;

    private Book book;

    @BeforeEach
    void aSmallBook() {
        book = new Book(database);
    }

    @Test
    void takesTheMessagesAndThePointsOfAnUnlinkedParticipantAwayAtOnce() {
        assertThat(book.timeline(3)).containsExactly("31", "32");

        Decided decided = book.links.unlink(book.participant(3), book.contact(3), Book.MIA);

        assertThat(decided).isEqualTo(new Decided(true, "c3", new Change(0, 2, 0, 2)));
        assertThat(book.timeline(3)).isEmpty();
        assertThat(points("c3")).containsExactly("CRM EMAIL p3@example.org");
        assertThat(database.rows("SELECT status, active_participant, actor, retracted_by, retracted_for, on_timeline"
                        + " FROM link WHERE participant_id = 3"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("status", "RETRACTED")
                        .containsEntry("active_participant", "null")
                        .containsEntry("actor", "tributary")
                        .containsEntry("retracted_by", "mia")
                        .containsEntry("retracted_for", "I know them")
                        .containsEntry("on_timeline", "false"));
    }

    @Test
    void remembersThatTheTwoAreNotOne() {
        book.links.unlink(book.participant(3), book.contact(3), Book.MIA);

        assertThat(never()).containsExactly("3 3 true mia I know them");
    }

    @Test
    void takesTheNeverBackWhereAPersonLinksThemAgain() {
        Map<String, List<String>> before = book.state();
        book.links.unlink(book.participant(3), book.contact(3), Book.MIA);

        Decided decided = book.links.link(book.participant(3), book.contact(3), new By("bo", null));

        assertThat(decided).isEqualTo(new Decided(true, null, new Change(2, 0, 2, 0)));
        assertThat(never()).containsExactly("3 3 false bo null");
        assertThat(book.state()).isEqualTo(before);
        assertThat(database.rows("SELECT sequence, status, rule, evidence, actor, reason, run_id FROM link"
                        + " WHERE participant_id = 3 ORDER BY sequence"))
                .extracting(row -> String.join(" ", row.values()))
                .containsExactly(
                        "1 RETRACTED same-email [] tributary null " + firstRun(), "2 ASSERTED person [] bo null null");
    }

    @Test
    void bringsTheVeryLinkOfARuleBackWhereItWasTakenOffByMistake() {
        Map<String, List<String>> before = book.state();
        List<Map<String, String>> links = database.rows("SELECT * FROM link ORDER BY id");
        book.links.unlink(book.participant(3), book.contact(3), Book.MIA);

        Decided decided = book.takenBack.unlinked(book.participant(3), book.contact(3), new By("bo", "a mistake"));

        assertThat(decided).isEqualTo(new Decided(true, null, new Change(2, 0, 2, 0)));
        assertThat(database.rows("SELECT * FROM link ORDER BY id")).isEqualTo(links);
        assertThat(never()).containsExactly("3 3 false bo a mistake");
        assertThat(book.state()).isEqualTo(before);
        assertThat(book.takenBack.unlinked(book.participant(3), book.contact(3), Book.MIA))
                .isEqualTo(Decided.ALREADY_SO);
    }

    @Test
    void bringsTheLinkBackWhosePlaceAPersonsLinkTook() {
        Map<String, List<String>> before = book.state();
        List<Map<String, String>> links = database.rows("SELECT * FROM link ORDER BY id");
        book.links.link(book.participant(3), book.contact(6), Book.MIA);

        Decided decided = book.takenBack.linked(book.participant(3), book.contact(6), new By("bo", null));

        assertThat(decided.before()).isEqualTo("c6");
        assertThat(database.rows("SELECT * FROM link WHERE status <> 'RETRACTED' ORDER BY id"))
                .isEqualTo(links);
        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void linksNobodyWhoWasLinkedToNobodyBeforeAndSaysAgainThatTheTwoNeverMatch() {
        book.links.unlink(book.participant(8), book.contact(3), Book.MIA);
        book.links.link(book.participant(8), book.contact(3), Book.MIA);

        book.takenBack.linked(book.participant(8), book.contact(3), new By("bo", null));
        assertThat(book.linkedTo(8)).isNull();
        assertThat(never()).containsExactly("8 3 true bo null");

        book.takenBack.unlinked(book.participant(8), book.contact(3), new By("bo", null));
        assertThat(book.linkedTo(8)).isNull();
        assertThat(never()).containsExactly("8 3 false bo null");
    }

    @Test
    void doesNotTakeBackWhatAnotherPersonSaidSince() {
        book.links.unlink(book.participant(3), book.contact(3), Book.MIA);
        book.links.link(book.participant(3), book.contact(6), new By("bo", null));
        Map<String, List<String>> before = database.content(ALL_TABLES);

        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> book.takenBack.unlinked(book.participant(3), book.contact(3), Book.MIA))
                .withMessage("Participant 3 was linked to contact c6 since; take that back first");
        assertThat(database.content(ALL_TABLES)).isEqualTo(before);
    }

    @Test
    void remembersThatSomebodyIsNotAContactWhoWasNeverLinked() {
        Decided decided = book.links.unlink(book.participant(8), book.contact(3), Book.MIA);

        assertThat(decided).isEqualTo(new Decided(true, null, Change.NOTHING));
        assertThat(never()).containsExactly("8 3 true mia I know them");
        assertThat(book.linkedTo(3)).isEqualTo(3);
    }

    @Test
    void changesNoRowWhereItIsSoAlready() {
        book.links.unlink(book.participant(3), book.contact(3), Book.MIA);
        book.links.link(book.participant(6), book.contact(2), Book.MIA);
        Map<String, List<String>> before = database.content(ALL_TABLES);

        assertThat(book.links.unlink(book.participant(3), book.contact(3), new By("bo", "again")))
                .isEqualTo(Decided.ALREADY_SO);
        assertThat(book.links.link(book.participant(6), book.contact(2), new By("bo", "again")))
                .isEqualTo(Decided.ALREADY_SO);
        assertThat(database.content(ALL_TABLES)).isEqualTo(before);
    }

    @Test
    void bringsThePastOfAParticipantWithItToAnotherContact() {
        Decided decided = book.links.link(book.participant(3), book.contact(6), Book.MIA);

        assertThat(decided).isEqualTo(new Decided(true, "c3", new Change(2, 2, 3, 2)));
        assertThat(book.timeline(3)).isEmpty();
        assertThat(book.timeline(6)).containsExactly("31", "32");
    }

    @Test
    void confirmsWhatARuleFoundAndLeavesTheTimelineAsItIs() {
        Decided decided = book.links.link(book.participant(3), book.contact(3), Book.MIA);

        assertThat(decided).isEqualTo(new Decided(true, "c3", Change.NOTHING));
        assertThat(database.rows("SELECT status FROM link WHERE active_participant = 3"))
                .hasToString("[{status=ASSERTED}]");
    }

    @Test
    void keepsAMessageThatWentToSomebodyElseOfTheContactToo() {
        book.links.link(book.participant(2), book.contact(1), Book.MIA);
        assertThat(book.timeline(1)).containsExactly("11", "12", "21", "22", "90");

        book.links.unlink(book.participant(1), book.contact(1), Book.MIA);

        assertThat(book.timeline(1)).containsExactly("21", "22", "90");
        assertThat(database.rows("SELECT participant_id, episode FROM crm_timeline_entry WHERE interaction_id = 90"))
                .hasToString("[{participant_id=2, episode=00000000000000000000000000000070}]");
    }

    @Test
    void keepsANumberThatAnotherLinkStillProves() {
        book.links.link(book.participant(2), book.contact(1), Book.MIA);
        book.links.link(book.participant(3), book.contact(1), Book.MIA);
        assertThat(points("c1")).contains("TRIBUTARY PHONE +49301");

        book.links.unlink(book.participant(3), book.contact(1), Book.MIA);
        assertThat(points("c1")).contains("TRIBUTARY PHONE +49301");

        book.links.unlink(book.participant(2), book.contact(1), Book.MIA);
        assertThat(points("c1")).doesNotContain("TRIBUTARY PHONE +49301");
    }

    @Test
    void letsALaterEditAppearWhereTheMessageIsNow() {
        book.links.link(book.participant(3), book.contact(6), Book.MIA);
        book.edit(31, "I meant the other one");
        book.night();

        assertThat(database.rows("SELECT contact, text, edited FROM crm_timeline WHERE interaction = 31"))
                .hasToString("[{contact=c6, text=I meant the other one, edited=true}]");
    }

    @Test
    void leavesWhatARunInWaitingLinkedOffTheTimelineUntilItIsPublished() {
        book.heldRunLinks(6, 3);
        book.links.unlink(book.participant(3), book.contact(3), Book.MIA);
        book.links.link(book.participant(3), book.contact(3), Book.MIA);
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);
        assertThat(book.timeline(4)).containsExactly("31", "32", "41", "42");
        assertThat(points("c3")).doesNotContain("TRIBUTARY EMAIL p6@example.org");

        book.night();
        assertThat(book.timeline(4)).containsExactly("31", "32", "41", "42", "61", "62");
        assertThat(points("c3")).contains("TRIBUTARY EMAIL p6@example.org");
    }

    @Test
    void retractsManyAtOnceWithoutSayingThatTheyNeverMatch() {
        Decided decided = book.links.retract(links(1, 2, 3), Book.MIA);

        assertThat(decided.change().entriesRemoved()).isEqualTo(8);
        assertThat(database.rows("SELECT participant_id FROM link WHERE active_participant IS NOT NULL"))
                .hasToString("[{participant_id=4}, {participant_id=5}]");
        assertThat(never()).isEmpty();
        assertThat(book.links.retract(links(1, 2, 3), Book.MIA)).isEqualTo(Decided.ALREADY_SO);
    }

    @Test
    void movesManyToTheCompanyWhoseLineItIs() {
        List<Long> onTheLine = links(1, 2, 3);
        Decided decided = book.links.moveTo(onTheLine, book.contact(6), Book.MIA);

        assertThat(decided.change().entriesAdded()).isEqualTo(7);
        assertThat(decided.change().entriesRemoved()).isEqualTo(8);
        assertThat(book.timeline(6)).containsExactly("11", "12", "21", "22", "31", "32", "90");
        assertThat(book.links.moveTo(onTheLine, book.contact(6), Book.MIA)).isEqualTo(Decided.ALREADY_SO);
    }

    @Test
    void decidesNothingWhileARunIsAtWork() {
        Map<String, List<String>> before = database.content(ALL_TABLES);
        try (RunLock.Held run = database.bean(RunLock.class).tryAcquire().orElseThrow()) {
            assertThat(run).isNotNull();
            assertThatExceptionOfType(RunUnderWay.class)
                    .isThrownBy(() -> book.links.unlink(book.participant(3), book.contact(3), Book.MIA))
                    .withMessageContaining("nothing was changed");
        }
        assertThat(database.content(ALL_TABLES)).isEqualTo(before);
        assertThat(book.links
                        .unlink(book.participant(3), book.contact(3), Book.MIA)
                        .changed())
                .isTrue();
    }

    @Test
    void linksNobodyOfOurs() {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> book.links.link(book.participant(9), book.contact(3), Book.MIA))
                .withMessage("Participant 9 speaks for our company, and is no contact's");
    }

    @Test
    void takesAwayInTheNightWhatWasRetractedBehindItsBack() {
        database.jdbc()
                .update("UPDATE link SET status = 'RETRACTED', active_participant = NULL WHERE participant_id = 3");
        assertThat(book.timeline(3)).containsExactly("31", "32");

        assertThat(book.night()).isEqualTo(2);
        assertThat(book.timeline(3)).isEmpty();
        assertThat(points("c3")).containsExactly("CRM EMAIL p3@example.org");
        assertThat(book.night()).isZero();
    }

    @Test
    void publishesAgainWhatWasDecidedBetweenTwoAttemptsAtARun() {
        long begun = book.nightBegins();
        database.jdbc()
                .update(
                        "INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence,"
                                + " actor, run_id, decided_at) VALUES (6, 6, 1, 'INFERRED', 6, 'same-email', '[]', 'tributary',"
                                + " ?, '2026-01-31 00:00:00')",
                        begun);
        book.merges.merge(book.contact(6), book.contact(5), Book.MIA);
        book.publish(begun);

        assertThat(book.timeline(5)).containsExactly("51", "52", "61", "62");
    }

    private List<Long> links(int... participants) {
        return Arrays.stream(participants)
                .mapToObj(it -> database.jdbc()
                        .queryForObject(
                                "SELECT id FROM link WHERE participant_id = ? AND sequence = 1", Long.class, it))
                .toList();
    }

    private long firstRun() {
        return database.jdbc().queryForObject("SELECT MIN(id) FROM sync_run", Long.class);
    }

    private List<String> never() {
        return database
                .rows(
                        "SELECT participant_id, contact_id, active, actor, reason FROM never_match ORDER BY participant_id")
                .stream()
                .map(row -> String.join(" ", row.values()))
                .toList();
    }

    private List<String> points(String contact) {
        return database
                .rows(
                        "SELECT p.origin, p.type, p.value_text FROM crm_contact_point p JOIN crm_contact c"
                                + " ON c.id = p.contact_id WHERE c.external_id = ? ORDER BY p.origin, p.type, p.value_text",
                        contact)
                .stream()
                .map(row -> String.join(" ", row.values()))
                .toList();
    }
}
