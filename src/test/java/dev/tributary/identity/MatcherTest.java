package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Definitions;
import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.identity.Decision.Review;
import dev.tributary.identity.Decision.Unmatched;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final long ANN = 1;
    private static final long BO = 2;

    /** The files that come with Tributary: noreply addresses are on the list of those that never match. */
    private static final Definitions SHIPPED = Definitions.load(Path.of("target/no-home"));

    private final Matcher matcher = new Matcher(
            SHIPPED.rules().links(),
            new Guards(SHIPPED.shared().blocked(), SHIPPED.shared().contacts()),
            PairLists.NONE,
            Set.of(),
            Answered.NOTHING);

    @Test
    void linksAPersonWhoseAddressOneContactCarries() {
        assertThat(decide(email("ann@example.org", ANN)))
                .isEqualTo(new Linked(ANN, "same-email", List.of(email("ann@example.org", ANN))));
    }

    @Test
    void linksByTwoIdentifiersOfOneContact() {
        assertThat(decide(email("ann@example.org", ANN), phone("+12025550143", ANN)))
                .isInstanceOfSatisfying(
                        Linked.class, it -> assertThat(it.evidence()).hasSize(2));
    }

    @Test
    void asksWhenAnAddressSitsOnTwoContacts() {
        assertReview(Reason.AMBIGUOUS_IDENTIFIER, decide(email("family@example.org", ANN, BO)));
    }

    @Test
    void asksWhenAnAddressSitsOnThreeContacts() {
        assertReview(Reason.SHARED_IDENTIFIER, decide(email("office@example.org", ANN, BO, 3)));
    }

    @Test
    void letsASharedNumberSupportAndNeverDecide() {
        Evidence office = phone("+12025550100", ANN, BO, 3);

        assertThat(decide(email("ann@example.org", ANN), office))
                .isEqualTo(new Linked(ANN, "same-email", List.of(email("ann@example.org", ANN), office)));
        assertThat(decide(email("ann@example.org", ANN), phone("+12025550100", BO, 3, 4)))
                .isInstanceOfSatisfying(
                        Linked.class, it -> assertThat(it.contact()).isEqualTo(ANN));
    }

    @Test
    void asksWhenTwoIdentifiersPointToTwoContacts() {
        assertReview(Reason.CONFLICTING_IDENTIFIERS, decide(email("ann@example.org", ANN), phone("+12025550143", BO)));
    }

    @Test
    void asksWhenAnIdentifierOfTwoContactsIsNoneOfTheOneThatAnotherNames() {
        assertReview(
                Reason.CONFLICTING_IDENTIFIERS, decide(email("ann@example.org", ANN), phone("+12025550143", BO, 3)));
    }

    @Test
    void linksWhenAnIdentifierOfTwoContactsIsOneOfTheNamedOne() {
        assertThat(decide(email("ann@example.org", ANN), phone("+12025550143", ANN, BO)))
                .isInstanceOfSatisfying(
                        Linked.class, it -> assertThat(it.contact()).isEqualTo(ANN));
    }

    @Test
    void leavesAPersonWithoutIdentifiersAlone() {
        assertThat(decide()).isEqualTo(new Unmatched(Reason.NO_IDENTIFIER));
    }

    @Test
    void leavesAPersonAloneWhomNoContactKnows() {
        assertThat(decide(email("new@example.org"))).isEqualTo(new Unmatched(Reason.NOT_IN_CRM));
    }

    @Test
    void neverLinksByWhatAPersonOnlySays() {
        assertThat(decide(declared("ann@example.org", ANN))).isEqualTo(new Unmatched(Reason.ONLY_DECLARED));
        assertThat(decide(declared("ann@example.org", ANN), email("bo@example.org", BO)))
                .isInstanceOfSatisfying(
                        Linked.class, it -> assertThat(it.contact()).isEqualTo(BO));
    }

    @Test
    void neverLinksByABlockedAddress() {
        assertThat(decide(email("noreply@shop.example", ANN))).isEqualTo(new Unmatched(Reason.ONLY_BLOCKED));
        assertThat(decide(email("noreply@shop.example", ANN), email("bo@example.org", BO)))
                .isInstanceOfSatisfying(
                        Linked.class, it -> assertThat(it.contact()).isEqualTo(BO));
    }

    @Test
    void neverLinksByAnInvalidNumber() {
        Evidence invalid =
                new Evidence(IdentifierType.PHONE, "12", "12", Grade.CHANNEL, false, List.of(ANN), 1, List.of(), null);

        assertThat(decide(invalid)).isEqualTo(new Unmatched(Reason.INVALID_IDENTIFIER));
    }

    @Test
    void linksByAProvedAddress() {
        assertThat(decide(evidence(IdentifierType.EMAIL, "ann@example.org", Grade.VERIFIED, ANN)))
                .isInstanceOf(Linked.class);
    }

    @Test
    void keepsTheAssertedLinkWhateverTheEvidenceSays() {
        StandingLink asserted = new StandingLink(ANN, true);

        assertThat(decide(asserted)).isEqualTo(new Linked(ANN, "", List.of()));
        assertThat(decide(asserted, email("bo@example.org", BO)))
                .isInstanceOfSatisfying(
                        Linked.class, it -> assertThat(it.contact()).isEqualTo(ANN));
        assertThat(decide(asserted, email("both@example.org", BO, 3)))
                .isInstanceOfSatisfying(
                        Linked.class, it -> assertThat(it.contact()).isEqualTo(ANN));
    }

    @Test
    void asksWhenTheEvidencePointsElsewhereThanTheLinkThatStands() {
        assertReview(Reason.CONTRADICTS_LINK, decide(new StandingLink(ANN, false), email("bo@example.org", BO)));
    }

    @Test
    void asksWhenTheEvidenceOfALinkIsGone() {
        assertReview(Reason.EVIDENCE_GONE, decide(new StandingLink(ANN, false), email("ann@example.org")));
        assertReview(Reason.EVIDENCE_GONE, decide(new StandingLink(ANN, false)));
    }

    @Test
    void asksWhenTheEvidenceOfALinkIsNotOnesOwnAnyMore() {
        assertReview(
                Reason.AMBIGUOUS_IDENTIFIER, decide(new StandingLink(ANN, false), email("ann@example.org", ANN, BO)));
        assertReview(
                Reason.SHARED_IDENTIFIER, decide(new StandingLink(ANN, false), email("ann@example.org", ANN, BO, 3)));
    }

    @Test
    void keepsALinkThatTheEvidenceStillSupports() {
        assertThat(decide(new StandingLink(ANN, false), email("ann@example.org", ANN)))
                .isInstanceOfSatisfying(
                        Linked.class, it -> assertThat(it.contact()).isEqualTo(ANN));
    }

    @Property(tries = 500)
    void theOrderOfTheEvidenceMakesNoDifference(
            @ForAll("evidence") List<Evidence> evidence, @ForAll("links") StandingLink link, @ForAll Random random) {
        List<Evidence> mixed = new ArrayList<>(evidence);
        Collections.shuffle(mixed, random);

        Decision one = decide(link, evidence.toArray(Evidence[]::new));
        Decision other = decide(link, mixed.toArray(Evidence[]::new));

        assertThat(other).hasSameClassAs(one);
        assertThat(other.reason()).isEqualTo(one.reason());
        if (one instanceof Linked linked) {
            assertThat(((Linked) other).contact()).isEqualTo(linked.contact());
            assertThat(new HashSet<>(((Linked) other).evidence())).isEqualTo(new HashSet<>(linked.evidence()));
        }
    }

    @Property(tries = 1_000)
    void theNumbersThatTheContactsHappenToHaveMakeNoDifference(
            @ForAll("evidence") List<Evidence> evidence, @ForAll("links") StandingLink link, @ForAll Random random) {
        List<Long> numbers = new ArrayList<>(List.of(11L, 12L, 13L, 14L));
        Collections.shuffle(numbers, random);
        List<Evidence> renumbered = new ArrayList<>();
        evidence.forEach(it -> renumbered.add(new Evidence(
                it.type(),
                it.value(),
                it.raw(),
                it.grade(),
                it.usable(),
                it.contacts().stream().map(id -> numbers.get((int) (id - 1))).toList(),
                it.holders(),
                List.of(),
                null)));
        Collections.shuffle(renumbered, random);
        StandingLink moved =
                link == null ? null : new StandingLink(numbers.get((int) (link.contact() - 1)), link.asserted());

        Decision one = decide(link, evidence.toArray(Evidence[]::new));
        Decision other = decide(moved, renumbered.toArray(Evidence[]::new));

        assertThat(other).hasSameClassAs(one);
        assertThat(other.reason()).isEqualTo(one.reason());
        if (one instanceof Linked linked) {
            assertThat(((Linked) other).contact()).isEqualTo(numbers.get((int) (linked.contact() - 1)));
            assertThat(((Linked) other).rule()).isEqualTo(linked.rule());
        }
    }

    @Property(tries = 500)
    void nobodyIsLinkedWithoutAProvedIdentifierOfThatContactAlone(@ForAll("evidence") List<Evidence> evidence) {
        if (decide(evidence.toArray(Evidence[]::new)) instanceof Linked linked) {
            assertThat(evidence)
                    .anyMatch(it -> it.usable()
                            && it.grade() != Grade.DECLARED
                            && it.contacts().equals(List.of(linked.contact()))
                            && !it.value().startsWith("noreply@"));
            assertThat(evidence)
                    .noneMatch(it -> it.usable()
                            && it.grade() != Grade.DECLARED
                            && it.holders() == 1
                            && !it.value().startsWith("noreply@")
                            && !it.contacts().contains(linked.contact()));
        }
    }

    @Provide
    Arbitrary<List<Evidence>> evidence() {
        return Combinators.combine(
                        Arbitraries.of("ann@example.org", "bo@example.org", "cy@example.org", "noreply@shop.example"),
                        Arbitraries.of(Grade.class),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.longs().between(1, 4).set().ofMaxSize(4))
                .as((value, grade, usable, contacts) -> new Evidence(
                        IdentifierType.EMAIL,
                        value,
                        value,
                        grade,
                        usable,
                        contacts.stream().sorted().toList(),
                        contacts.size(),
                        List.of(),
                        null))
                .list()
                .uniqueElements(Evidence::value)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<StandingLink> links() {
        return Combinators.combine(Arbitraries.longs().between(1, 4), Arbitraries.of(true, false, false))
                .as(StandingLink::new)
                .injectNull(0.5);
    }

    private Decision decide(Evidence... evidence) {
        return decide(null, evidence);
    }

    private Decision decide(@Nullable StandingLink standing, Evidence... evidence) {
        return matcher.decide(someone(null, standing, evidence));
    }

    private static void assertReview(Reason reason, Decision decision) {
        assertThat(decision).isInstanceOf(Review.class);
        assertThat(decision.reason()).isEqualTo(reason);
    }

    private static Evidence email(String value, long... contacts) {
        return evidence(IdentifierType.EMAIL, value, Grade.CHANNEL, contacts);
    }

    private static Evidence phone(String value, long... contacts) {
        return evidence(IdentifierType.PHONE, value, Grade.CHANNEL, contacts);
    }

    private static Evidence declared(String value, long... contacts) {
        return evidence(IdentifierType.EMAIL, value, Grade.DECLARED, contacts);
    }

    private static Evidence evidence(IdentifierType type, String value, Grade grade, long... contacts) {
        return new Evidence(
                type,
                value,
                value,
                grade,
                true,
                LongStream.of(contacts).boxed().toList(),
                contacts.length,
                List.of(),
                null);
    }

    /** Whoever the contacts are, the CRM has their ids for names. */
    private static Candidate someone(@Nullable String name, @Nullable StandingLink standing, Evidence... evidence) {
        Map<Long, KnownContact> contacts = new HashMap<>();
        for (Evidence it : evidence) {
            it.contacts().forEach(id -> contacts.put(id, new KnownContact(id, id, "C" + id, null, null, null)));
        }
        return new Candidate(9, "x:9", name, List.of(evidence), contacts, standing, null, null);
    }
}
