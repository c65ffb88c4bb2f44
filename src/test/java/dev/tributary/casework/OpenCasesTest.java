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
    void goBackFromAPlaceToTheOneBefore() {
        List<String> queue = book.queue();

        assertThat(book.cases.before(QueueFilter.ALL, book.of(queue.get(0)).place()))
                .isEmpty();
        for (int at = 1; at < queue.size(); at++) {
            assertThat(book.cases.before(QueueFilter.ALL, book.of(queue.get(at)).place()))
                    .hasValue(book.of(queue.get(at - 1)).id());
        }
        QueueFilter switchboard = QueueFilter.sharing(SWITCHBOARD);
        assertThat(book.cases.before(switchboard, book.of("ann").place())).isEmpty();
        assertThat(book.cases.before(switchboard, book.of("who").place()))
                .hasValue(book.of("ann").id());
    }

    @Test
    void areCountedByReasonAndChannelAndLikelihood() {
        QueueCounts.Waiting waiting = database.bean(QueueCounts.class).now();

        assertThat(waiting.all()).isEqualTo(3);
        assertThat(waiting.byReason())
                .allSatisfy(it -> assertThat(it.cases())
                        .isEqualTo(book.cases.count(new QueueFilter(null, it.code(), null, null))))
                .extracting(QueueCounts.Counted::words)
                .contains("One identifier is on two contacts");
        assertThat(waiting.byChannel()).containsExactly(new QueueCounts.Counted("x", "x", 3));
        assertThat(waiting.byLikelihood())
                .extracting(QueueCounts.Counted::words)
                .containsExactly("90 % and more", "70 to 89 %", "50 to 69 %", "up to 49 %");
        assertThat(waiting.byLikelihood().stream()
                        .mapToLong(QueueCounts.Counted::cases)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void areFoundByHowLikelyTheyAreShownToBe() {
        for (String who : book.queue()) {
            int percent = (int) Math.round(100 * book.of(who).likelihood());
            assertThat(likely(new LikelihoodRange(percent, percent))).contains(who);
            assertThat(likely(new LikelihoodRange(0, percent))).contains(who);
            assertThat(likely(new LikelihoodRange(percent, 100))).contains(who);
            assertThat(percent == 0 ? List.of() : likely(new LikelihoodRange(0, percent - 1)))
                    .doesNotContain(who);
        }
        assertThat(LikelihoodRange.BANDS.stream().flatMap(it -> likely(it).stream()))
                .isEqualTo(book.queue());
    }

    private List<String> likely(LikelihoodRange range) {
        return book.cases.queue(new QueueFilter(null, null, null, range), null, 100).stream()
                .map(it -> it.participant().nativeId())
                .toList();
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
