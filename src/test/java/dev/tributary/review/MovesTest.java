package dev.tributary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.testing.TestDatabase;
import dev.tributary.timeline.Timelines.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Single messages that a person puts elsewhere. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class MovesTest {

    @Parameter
    TestDatabase database;

    private Book book;

    @BeforeEach
    void aSmallBook() {
        book = new Book(database);
    }

    @Test
    void putsOneMessageOnAnotherContactAndBack() {
        Map<String, List<String>> before = book.state();

        Decided there = book.moves.move(31, book.contact(6), Book.MIA);
        assertThat(there).isEqualTo(new Decided(true, null, new Change(1, 1, 0, 0)));
        assertThat(book.timeline(3)).containsExactly("32");
        assertThat(book.timeline(6)).containsExactly("31");

        Decided back = book.moves.back(31, Book.MIA);
        assertThat(back).isEqualTo(new Decided(true, "c6", new Change(1, 1, 0, 0)));
        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void leavesItThereWhenItIsEditedAndWhenTheNightGoesOn() {
        book.moves.move(31, book.contact(6), Book.MIA);
        book.edit(31, "Another word");
        book.night();

        assertThat(database.rows("SELECT contact, text FROM crm_timeline WHERE interaction = 31"))
                .hasToString("[{contact=c6, text=Another word}]");
    }

    @Test
    void leavesItThereWhenItsAuthorIsLinkedLater() {
        book.moves.move(81, book.contact(6), Book.MIA);
        book.heldRunLinks(8, 3);
        book.night();

        assertThat(book.timeline(6)).containsExactly("81");
        assertThat(book.timeline(3)).containsExactly("31", "32", "82");
    }

    @Test
    void takesItFromEveryContactItStoodOn() {
        Decided decided = book.moves.move(90, book.contact(6), Book.MIA);

        assertThat(decided.change()).isEqualTo(new Change(1, 2, 0, 0));
        assertThat(book.timeline(1)).containsExactly("11", "12");
        assertThat(book.timeline(2)).containsExactly("21", "22");
        assertThat(book.timeline(6)).containsExactly("90");
    }

    @Test
    void givesACallThatNobodyKnowsToWhomItBelongs() {
        book.moves.move(92, book.contact(6), Book.MIA);

        assertThat(database.rows("SELECT contact_id, participant_id, author, body FROM crm_timeline_entry"
                        + " WHERE interaction_id = 92"))
                .hasToString("[{contact_id=6, participant_id=null, author=null, body=Message 92}]");
    }

    @Test
    void followsTheContactThatItWasMovedTo() {
        book.moves.move(31, book.contact(6), Book.MIA);
        book.merges.merge(book.contact(6), book.contact(5), Book.MIA);
        assertThat(book.timeline(5)).containsExactly("31", "51", "52");

        book.merges.unmerge(book.contact(6), Book.MIA);
        assertThat(book.timeline(6)).containsExactly("31");
    }

    @Test
    void movesFromOneContactToTheNextAndRemembersBoth() {
        book.moves.move(31, book.contact(6), Book.MIA);

        assertThat(book.moves
                        .move(31, book.contact(5), new By("bo", "no, hers"))
                        .before())
                .isEqualTo("c6");
        assertThat(database.rows("SELECT contact_id, active_interaction, actor, reason, back_by FROM interaction_move"
                        + " ORDER BY id"))
                .hasToString("[{contact_id=6, active_interaction=null, actor=mia, reason=I know them, back_by=bo},"
                        + " {contact_id=5, active_interaction=31, actor=bo, reason=no, hers, back_by=null}]");
    }

    @Test
    void changesNoRowWhereItIsSoAlready() {
        book.moves.move(31, book.contact(6), Book.MIA);
        Map<String, List<String>> before = database.content("interaction_move", "crm_timeline_entry");

        assertThat(book.moves.move(31, book.contact(6), new By("bo", null))).isEqualTo(Decided.ALREADY_SO);
        assertThat(book.moves.back(32, new By("bo", null))).isEqualTo(Decided.ALREADY_SO);
        assertThat(database.content("interaction_move", "crm_timeline_entry")).isEqualTo(before);
    }

    @Test
    void movesNoNoteAmongOurselves() {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> book.moves.move(91, book.contact(6), Book.MIA))
                .withMessageContaining("Message 91 stands on no timeline");
    }
}
