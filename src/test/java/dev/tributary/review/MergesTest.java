package dev.tributary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.review.InferredMerges.Inferred;
import dev.tributary.review.InferredMerges.Proposal;
import dev.tributary.testing.TestDatabase;
import dev.tributary.timeline.Timelines.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Contacts that are one, by a person's word or a rule's. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MergesTest {

    private static final String[] DECIDED = {"contact_merge", "never_merge", "crm_contact"};

    @Parameter
    TestDatabase database;

    private Book book;

    @BeforeEach
    void aSmallBook() {
        book = new Book(database);
    }

    @Test
    void showsTheMessagesOfBothUnderTheContactThatSurvives() {
        Decided decided = book.merges.merge(book.contact(3), book.contact(4), Book.MIA);

        assertThat(decided).isEqualTo(new Decided(true, null, new Change(2, 2, 0, 0)));
        assertThat(book.timeline(4)).containsExactly("31", "32", "41", "42");
        assertThat(book.timeline(3)).isEmpty();
    }

    @Test
    void showsAMessageThatWentToBothOnce() {
        assertThat(book.timeline(1)).containsExactly("11", "12", "90");
        assertThat(book.timeline(2)).containsExactly("21", "22", "90");

        Decided decided = book.merges.merge(book.contact(1), book.contact(2), Book.MIA);

        assertThat(book.timeline(2)).containsExactly("11", "12", "21", "22", "90");
        assertThat(decided.change()).isEqualTo(new Change(2, 3, 0, 0));
    }

    @Test
    void rewritesNoRowOfTheCrmsAndKeepsEveryIdResolving() {
        List<String> before = database.content("crm_contact_point").get("crm_contact_point");
        database.jdbc().update("INSERT INTO crm_contact_alias VALUES ('old-3', 3)");
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);
        book.merges.merge(book.contact(4), book.contact(5), Book.MIA);

        assertThat(database.rows("SELECT contact, resolves_to FROM crm_contact_resolved ORDER BY contact"))
                .extracting(row -> row.get("contact") + "→" + row.get("resolves_to"))
                .containsExactly("c1→c1", "c2→c2", "c3→c5", "c4→c5", "c5→c5", "c6→c6", "old-3→c5");
        assertThat(book.register.contact("old-3")).isEqualTo(new Contact(3, "c3", 5, "c5"));
        assertThat(database.content("crm_contact_point").get("crm_contact_point"))
                .isEqualTo(before);
        assertThat(database.rows("SELECT contact FROM crm_golden_point WHERE value_text = 'p3@example.org'"))
                .hasToString("[{contact=c5}]");
    }

    @Test
    void takesAMergeBackAsIfNobodyHadSaidAnything() {
        Map<String, List<String>> before = book.state();
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);

        Decided decided = book.merges.takeBack(book.contact(3), Book.MIA);

        assertThat(decided).isEqualTo(new Decided(true, "c4", new Change(2, 2, 0, 0)));
        assertThat(book.state()).isEqualTo(before);
        assertThat(database.rows("SELECT * FROM never_merge")).isEmpty();
        assertThat(book.merges.takeBack(book.contact(3), Book.MIA)).isEqualTo(Decided.ALREADY_SO);
    }

    @Test
    void keepsTwoContactsApartUntilThatIsTakenBack() {
        assertThat(book.merges.keepApart(book.contact(4), book.contact(3), Book.MIA))
                .isEqualTo(new Decided(true, null, Change.NOTHING));
        assertThat(book.merges.keepApart(book.contact(3), book.contact(4), Book.MIA))
                .isEqualTo(Decided.ALREADY_SO);
        assertThat(inferred(3, 4)).isEqualTo(new Inferred(0, 0, 1, Change.NOTHING));

        assertThat(book.merges.forgive(book.contact(3), book.contact(4), Book.MIA))
                .isEqualTo(new Decided(true, null, Change.NOTHING));

        assertThat(book.merges.forgive(book.contact(3), book.contact(4), Book.MIA))
                .isEqualTo(Decided.ALREADY_SO);
        assertThat(inferred(3, 4).merged()).isEqualTo(1);
    }

    @Test
    void doesNotCallTwoWhatIsMergedUntilItIsTakenApart() {
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);

        assertThatThrownBy(() -> book.merges.keepApart(book.contact(3), book.contact(4), Book.MIA))
                .isInstanceOf(Unusable.class)
                .hasMessage("Contacts c3 and c4 are merged; take them apart first: tributary unmerge c4");
    }

    private Inferred inferred(long contact, long into) {
        return book.inferred.infer(List.of(new Proposal(contact, into, "same-email", "[]")), Book.MIA);
    }

    @Test
    void takesABranchOutWithAllThatWasMergedIntoIt() {
        Map<String, List<String>> before = book.state();
        book.merges.merge(book.contact(1), book.contact(2), Book.MIA);
        Map<String, List<String>> first = book.state();
        book.merges.merge(book.contact(2), book.contact(3), Book.MIA);
        book.merges.merge(book.contact(4), book.contact(1), Book.MIA);
        assertThat(book.timeline(3)).containsExactly("11", "12", "21", "22", "31", "32", "41", "42", "90");

        Decided decided = book.merges.unmerge(book.contact(2), Book.MIA);
        assertThat(decided).isEqualTo(new Decided(true, "c3", new Change(5, 5, 0, 0)));
        assertThat(book.timeline(3)).containsExactly("31", "32", "41", "42");
        assertThat(book.timeline(2)).containsExactly("11", "12", "21", "22", "90");

        book.merges.unmerge(book.contact(4), Book.MIA);
        assertThat(book.state()).isEqualTo(first);
        book.merges.unmerge(book.contact(1), Book.MIA);
        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void changesNoRowWhereItIsSoAlready() {
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);
        Map<String, List<String>> before = database.content(DECIDED);

        assertThat(book.merges.merge(book.contact(4), book.contact(3), new By("bo", null)))
                .isEqualTo(Decided.ALREADY_SO);
        assertThat(book.merges.unmerge(book.contact(4), new By("bo", null))).isEqualTo(Decided.ALREADY_SO);
        assertThat(book.merges.mergedInto(book.contact(4))).containsExactly("c3");
        assertThat(database.content(DECIDED)).isEqualTo(before);
    }

    @Test
    void remembersWhoMergedAndWhoTookItBack() {
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);
        book.merges.unmerge(book.contact(3), new By("bo", "two brothers"));
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);

        assertThat(database
                        .rows("SELECT contact_id, into_id, sequence, status, active_contact, rule, actor, reason,"
                                + " retracted_by, retracted_for FROM contact_merge ORDER BY sequence")
                        .stream()
                        .map(row -> String.join(" ", row.values())))
                .containsExactly(
                        "3 4 1 RETRACTED null person mia I know them bo two brothers",
                        "3 4 2 ASSERTED 3 person mia I know them null null");
        assertThat(never()).containsExactly("3 4 false mia");
    }

    @Test
    void letsNoRuleMergeWhatAPersonTookApart() {
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);
        book.merges.unmerge(book.contact(3), Book.MIA);
        book.merges.merge(book.contact(5), book.contact(4), Book.MIA);
        book.merges.merge(book.contact(6), book.contact(3), Book.MIA);
        Map<String, List<String>> before = book.state();

        Inferred inferred = book.inferred.infer(
                List.of(new Proposal(6, 5, "same-name", "[]"), new Proposal(5, 4, "same-name", "[]")), Book.MIA);

        assertThat(inferred).isEqualTo(new Inferred(0, 1, 1, Change.NOTHING));
        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void mergesWhatARuleFoundAndKeepsItsEvidence() {
        List<Proposal> proposals = List.of(
                new Proposal(4, 3, "same-name", "[{\"field\":\"name\"}]"), new Proposal(5, 4, "same-name", "[]"));
        Inferred inferred = book.inferred.infer(proposals, new By("tributary", null));

        assertThat(inferred).isEqualTo(new Inferred(2, 0, 0, new Change(4, 4, 0, 0)));
        assertThat(book.timeline(3)).containsExactly("31", "32", "41", "42", "51", "52");
        assertThat(
                        database
                                .rows(
                                        "SELECT contact_id, into_id, status, rule, evidence FROM contact_merge ORDER BY id")
                                .stream()
                                .map(row -> String.join(" ", row.values())))
                .containsExactly("4 3 INFERRED same-name [{\"field\":\"name\"}]", "5 3 INFERRED same-name []");
        assertThat(book.inferred.infer(proposals, Book.MIA)).isEqualTo(new Inferred(0, 2, 0, Change.NOTHING));
    }

    @Test
    void makesTheGoldenRecordOfBothAndFollowsTheImport() {
        book.merges.merge(book.contact(3), book.contact(4), Book.MIA);
        assertThat(golden()).containsExactly("c4 Contact 4 (4) Street 4 (4) null NONE (4)");

        book.reimport(3, 2);
        assertThat(golden()).containsExactly("c4 Contact 4 (4) Street 4 (4) null NONE (4)");
        book.reimport(4, 2);
        assertThat(golden()).containsExactly("c4 Contact 4 version 2 (4) null City 2 (4) ALL (4)");
        assertThat(database.rows("SELECT name, survivor_id FROM crm_contact WHERE id = 3"))
                .hasToString("[{name=Contact 3 version 2, survivor_id=4}]");
        assertThat(database.rows("SELECT DISTINCT contact, contact_name FROM crm_timeline WHERE contact = 'c4'"))
                .hasToString("[{contact=c4, contact_name=Contact 4 version 2}]");

        book.merges.unmerge(book.contact(3), Book.MIA);
        assertThat(golden()).isEmpty();
        assertThat(database.rows(
                        "SELECT name, city FROM crm_golden_contact WHERE contact IN ('c3', 'c4') ORDER BY contact"))
                .hasToString("[{name=Contact 3 version 2, city=City 2}, {name=Contact 4 version 2, city=City 2}]");
    }

    private List<String> golden() {
        return database
                .rows(
                        "SELECT c.external_id, g.name, g.name_from, g.street, g.street_from, g.city, g.city_from, g.consent,"
                                + " g.consent_from FROM golden_contact g JOIN crm_contact c ON c.id = g.contact_id")
                .stream()
                .map(row -> row.get("external_id") + " " + said(row, "name") + " " + said(row, "street") + " "
                        + said(row, "city") + " " + said(row, "consent"))
                .toList();
    }

    private static String said(Map<String, String> row, String field) {
        String from = row.get(field + "_from");
        return row.get(field) + (from.equals("null") ? "" : " (" + from + ")");
    }

    private List<String> never() {
        return database.rows("SELECT first_id, second_id, active, actor FROM never_merge").stream()
                .map(row -> String.join(" ", row.values()))
                .toList();
    }
}
