package dev.tributary.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.interaction.IdentifierType;
import dev.tributary.match.Agreement;
import dev.tributary.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a steward sees of the cases, on every database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class OpenCasesTest {

    private static final IdentifierKey SWITCHBOARD = new IdentifierKey(IdentifierType.PHONE, "+493012345601");

    @Parameter
    TestDatabase database;

    private CaseBook book;

    @BeforeEach
    void threePeopleOfWhomNobodyKnowsWhoTheyAre() {
        book = new CaseBook(database);
        book.people
                .colleague("C1", "Anna Berg", "Nordlicht", "phone:+493012345601", "email:anna@example.org")
                .person("C2", "Ben Frost", "phone:+493012345601")
                .person("C3", "Carla Diaz", "email:carla@example.org")
                .customer("ann", "Anna Berg", "phone:+493012345601", "email:anna.b@example.net")
                .customer("who", null, "phone:+493012345601")
                .customer("viktor", "Viktor Kowalski", "email:carla@example.org")
                .customer("stranger", "Nobody Known", "email:nobody@example.org");
        book.wrote("who", "first", "second", "third", "fourth")
                .wrote("viktor", "x".repeat(299) + "😀😀", "<b>hello</b>")
                .night();
    }

    @Test
    void comeInTheOrderOfWhatMatters() {
        assertThat(book.queue()).hasSize(3).startsWith("ann").doesNotContain("stranger");
        assertThat(book.cases.count(QueueFilter.ALL)).isEqualTo(3);
        assertThat(book.cases.queue(QueueFilter.ALL, null, 100))
                .extracting(Case::likelihood)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void goOnAfterAPlaceWithoutLosingOrDoublingAny() {
        List<String> seen = new ArrayList<>();
        Place after = null;
        for (int page = 0; page < 4; page++) {
            List<Case> next = book.cases.queue(QueueFilter.ALL, after, 1);
            next.forEach(it -> seen.add(it.participant().nativeId()));
            after = next.isEmpty() ? after : Place.of(next.get(0).place().toString());
        }

        assertThat(seen).isEqualTo(book.queue());
    }

    @Test
    void showWhatIsKnownOfThePersonAndWhoElseCarriesIt() {
        Case anns = book.of("ann");

        assertThat(anns.state()).isEqualTo(CaseState.OPEN);
        assertThat(anns.why()).isEqualTo("One identifier is on two contacts");
        assertThat(anns.participant().identifiers())
                .extracting(it -> it.key().value(), KnownIdentifier::contacts, KnownIdentifier::others)
                .containsExactly(tuple("anna.b@example.net", 0L, 0L), tuple("+493012345601", 2L, 1L));
    }

    @Test
    void showTheLikeliestContactFirstAndWhatAgrees() {
        List<ProposedContact> proposed = book.of("ann").proposed();

        assertThat(proposed).extracting(ProposedContact::contact).containsExactly("C1", "C2");
        assertThat(proposed).extracting(ProposedContact::names).containsExactly(Agreement.SAME, Agreement.DIFFERENT);
        assertThat(proposed.get(0).company()).isEqualTo("Nordlicht");
        assertThat(proposed.get(0).points())
                .extracting(it -> it.key().value(), ContactPoint::agreement)
                .containsExactly(
                        tuple("anna@example.org", Agreement.DIFFERENT), tuple("+493012345601", Agreement.SAME));
        assertThat(proposed.get(0).pointers()).extracting(Pointer::identifier).containsExactly(SWITCHBOARD);
        assertThat(proposed.get(0).likelihood()).isGreaterThan(proposed.get(1).likelihood());
    }

    @Test
    void showTheNewestMessagesWithoutHalvesOfCharacters() {
        assertThat(book.of("who").messages()).isEqualTo(4);
        assertThat(book.of("who").samples())
                .extracting(SampleMessage::text)
                .containsExactly("fourth", "third", "second");
        SampleMessage longest = book.of("viktor").samples().get(1);
        assertThat(longest.text()).startsWith("xxx").hasSizeBetween(299, 301);
        assertThat(longest.more()).isPositive();
        assertThat(longest.shown()).endsWith(" more characters");
        assertThat(Character.isHighSurrogate(
                        longest.text().charAt(longest.text().length() - 1)))
                .isFalse();
    }

    @Test
    void thatRestOnOneIdentifierAreFoundTogether() {
        assertThat(book.cases.sharing(SWITCHBOARD))
                .containsExactlyInAnyOrder(book.of("ann").id(), book.of("who").id());
        assertThat(book.of("ann").restsOn()).containsExactly(SWITCHBOARD);
    }

    @Test
    void haveAStampThatChangesWithTheEvidenceAndWithNothingElse() {
        String before = book.of("ann").stamp();
        book.wrote("ann", "one more").night();
        assertThat(book.of("ann").stamp()).isEqualTo(before).hasSize(12);

        book.people.carries("C2", "email:ben@example.org");
        assertThat(book.of("ann").stamp()).isNotEqualTo(before);
        assertThat(book.of("viktor").stamp()).isNotEqualTo(before);
    }

    @Test
    void areReadOneByOneInPortions() {
        List<Long> ids = new ArrayList<>();
        book.cases.forEach(QueueFilter.ALL, it -> ids.add(it.id()));
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        assertThat(book.cases.find(-1)).isEmpty();
    }

    @Test
    void refuseWhatIsNoPlace() {
        assertThatThrownBy(() -> Place.of("1'--")).isInstanceOf(IllegalArgumentException.class);
    }
}
