package dev.tributary.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.casework.Outcome.Status;
import dev.tributary.due.Due;
import dev.tributary.identity.SharedIdentifierChanges;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import dev.tributary.review.By;
import dev.tributary.review.Desk;
import dev.tributary.review.Links;
import dev.tributary.review.ManyLinks;
import dev.tributary.review.Register;
import dev.tributary.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stewards decide, what the nights make of it, and what is left when they take it back; on every database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class VerdictsTest {

    private static final IdentifierKey SWITCHBOARD = new IdentifierKey(IdentifierType.PHONE, "+493012345601");

    @Parameter
    TestDatabase database;

    private CaseBook book;

    @BeforeEach
    void threePeopleOfWhomNobodyKnowsWhoTheyAre() {
        book = new CaseBook(database);
        book.people
                .person("C1", "Anna Berg", "phone:+493012345601", "email:anna@example.org")
                .person("C2", "Ben Frost", "phone:+493012345601")
                .person("C3", "Carla Diaz", "email:carla@example.org")
                .customer("ann", "Anna Berg", "phone:+493012345601")
                .customer("who", null, "phone:+493012345601")
                .customer("viktor", "Viktor Kowalski", "email:carla@example.org");
        book.wrote("ann", "hello from Anna")
                .wrote("viktor", "hello from Viktor")
                .night();
    }

    @Test
    void linkThePersonAtOnceAndForEveryNightToCome() {
        Outcome outcome = book.mia("ann", Answer.SAME_PERSON, "C1");

        assertThat(outcome.status()).isEqualTo(Status.APPLIED);
        assertThat(book.linked("ann")).isEqualTo("C1 ASSERTED");
        assertThat(book.timeline("C1")).containsExactly("hello from Anna");
        assertThat(book.queue()).containsExactlyInAnyOrder("who", "viktor");

        book.people.carries("C3", "phone:+493012345601");
        book.night();
        assertThat(book.linked("ann")).isEqualTo("C1 ASSERTED");
        assertThat(book.of("ann").state()).isEqualTo(CaseState.DECIDED);
        assertThat(book.people.whoIsWho()).contains("ann is C1 by person");
    }

    @Test
    void needNoContactWhereOnlyOneIsProposed() {
        assertThat(book.mia("viktor", Answer.SAME_PERSON).status()).isEqualTo(Status.APPLIED);
        assertThat(book.linked("viktor")).isEqualTo("C3 ASSERTED");
    }

    @Test
    void areRefusedWhereTheyWouldBeAGuess() {
        Map<String, List<String>> before = book.state();

        assertThat(book.mia("ann", Answer.SAME_PERSON))
                .extracting(Outcome::status, Outcome::message)
                .containsExactly(Status.REFUSED, "Several contacts are proposed: say which.");
        assertThat(book.mia("ann", Answer.SAME_PERSON, "C3").message())
                .isEqualTo("The contact that is named is none of those proposed.");
        assertThat(book.mia("ann", Answer.DIFFERENT_PEOPLE, "C3").status()).isEqualTo(Status.REFUSED);
        CaseAnswer ofAnother = CaseAnswer.to(book.of("ann"), Answer.SHARED_IDENTIFIER)
                .sharing(List.of(new IdentifierKey(IdentifierType.EMAIL, "carla@example.org")), null);
        assertThat(book.verdicts.decide(ofAnother, "mia").status()).isEqualTo(Status.REFUSED);
        CaseAnswer nowhere = new CaseAnswer(-1, "", Answer.NOT_SURE, null, List.of(), null, null);
        assertThat(book.verdicts.decide(nowhere, "mia").status()).isEqualTo(Status.UNKNOWN);
        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void takeBackTheLinksOfOthersThatRestedOnASharedIdentifierAloneAndBringThemBackExactly() {
        neighbours();
        Map<String, List<String>> before = book.state();

        Outcome outcome = book.mia("asks", Answer.SHARED_IDENTIFIER);

        assertThat(outcome.status()).isEqualTo(Status.APPLIED);
        assertThat(book.linked("rests")).isEmpty();
        assertThat(book.timeline("C4")).containsExactly("hello from the one who is proved");
        assertThat(book.linked("proved")).isEqualTo("C4 INFERRED");
        assertThat(book.linked("said")).isEqualTo("C4 ASSERTED");

        assertThat(book.verdicts.undo(outcome.verdict(), "mia").done()).isTrue();
        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void leaveALinkRetractedWhileAnotherVerdictSaysThatTheIdentifierIsShared() {
        neighbours();
        Map<String, List<String>> before = book.state();
        Long first = book.mia("asks", Answer.SHARED_IDENTIFIER).verdict();
        Long second = book.mia("asks-too", Answer.SHARED_IDENTIFIER).verdict();

        assertThat(book.verdicts.undo(first, "mia").done()).isTrue();
        assertThat(book.linked("rests")).isEmpty();
        assertThat(book.verdicts.undo(second, "mia").done()).isTrue();
        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void areNotTakenBackFromUnderWhatAPersonSaidSinceOfSomebodyWhoseLinkRested() {
        neighbours();
        Long shared = book.mia("asks", Answer.SHARED_IDENTIFIER).verdict();
        Register register = database.bean(Register.class);
        String rests = String.valueOf(book.participant("rests"));
        database.bean(Links.class).link(register.participant(rests), register.contact("C3"), new By("tom", null));

        Undone undone = book.verdicts.undo(shared, "mia");

        assertThat(undone.done()).isFalse();
        assertThat(undone.message()).startsWith("tom decided on ");
        assertThat(book.linked("rests")).isEqualTo("C3 ASSERTED");
    }

    /** Two who share a telephone with Dora, two more of whom it is asked, one who is proved by an address, and one by a word. */
    private void neighbours() {
        book.people
                .person("C4", "Dora Lind", "phone:+493012345604", "email:dora@example.org")
                .customer("asks", null, "phone:+493012345604", "email:carla@example.org")
                .customer("asks-too", null, "phone:+493012345604", "email:carla@example.org")
                .customer("rests", null, "phone:+493012345604")
                .customer("proved", "Dora Lind", "phone:+493012345604", "email:dora@example.org")
                .customer("said", null, "phone:+493012345604");
        book.wrote("rests", "hello from a neighbour")
                .wrote("proved", "hello from the one who is proved")
                .night();
        Register register = database.bean(Register.class);
        String said = String.valueOf(book.participant("said"));
        database.bean(Links.class).link(register.participant(said), register.contact("C4"), new By("tom", null));
    }

    @Test
    void askNoMoreAboutContactsThatSomebodyIsNot() {
        book.mia("viktor", Answer.DIFFERENT_PEOPLE);
        book.night();

        assertThat(book.of("viktor").state()).isEqualTo(CaseState.DECIDED);
        assertThat(book.people.whoIsWho()).contains("viktor UNMATCHED NEVER_MATCH");
        assertThat(book.queue()).containsExactlyInAnyOrder("ann", "who");
    }

    @Test
    void leaveACaseOpenForTheContactsOfWhichNothingWasSaid() {
        book.mia("who", Answer.DIFFERENT_PEOPLE, "C1");

        assertThat(book.of("who").state()).isEqualTo(CaseState.OPEN);
        assertThat(book.of("who").proposed())
                .extracting(ProposedContact::contact)
                .containsExactly("C2");
        assertThat(book.mia("who", Answer.DIFFERENT_PEOPLE, "C1").status()).isEqualTo(Status.UNCHANGED);
        assertThat(book.mia("who", Answer.DIFFERENT_PEOPLE).status()).isEqualTo(Status.APPLIED);
        assertThat(book.of("who").state()).isEqualTo(CaseState.DECIDED);
    }

    @Test
    void askAgainWhenAContactTurnsUpThatNobodyHasSeen() {
        book.mia("viktor", Answer.DIFFERENT_PEOPLE);
        book.people.person("C4", "Viktoria Kowalska", "email:carla@example.org");
        book.night();

        assertThat(book.queue()).contains("viktor");
        assertThat(book.of("viktor").proposed())
                .extracting(ProposedContact::contact)
                .containsExactly("C4");
    }

    @Test
    void keepASharedIdentifierFromBeingAskedAboutAgain() {
        Outcome outcome = book.mia("who", Answer.SHARED_IDENTIFIER);
        book.night();
        book.night();

        assertThat(outcome.status()).isEqualTo(Status.APPLIED);
        assertThat(book.people.shared()).containsExactly("PHONE +493012345601 HOUSEHOLD by STEWARD");
        assertThat(book.of("who").state()).isEqualTo(CaseState.DECIDED);
        assertThat(book.people.whoIsWho()).contains("who UNMATCHED SAID_TO_BE_SHARED");
        assertThat(book.queue()).contains("ann").doesNotContain("who");

        book.people.carries("C3", "phone:+493012345601");
        book.night();
        assertThat(book.queue()).contains("who");
    }

    @Test
    void judgeAllThatShareOneIdentifierAtOnce() {
        List<CaseAnswer> answers = book.cases.sharing(SWITCHBOARD).stream()
                .map(id -> CaseAnswer.to(book.cases.find(id).orElseThrow(), Answer.SHARED_IDENTIFIER)
                        .sharing(List.of(SWITCHBOARD), SharedKind.COMPANY_LINE))
                .toList();
        Map<String, List<String>> before = book.state();

        List<Outcome> outcomes = book.verdicts.decide(answers, "mia");

        assertThat(outcomes).hasSize(2).extracting(Outcome::status).containsOnly(Status.APPLIED);
        assertThat(book.queue()).containsExactly("viktor");
        book.verdicts.undo(outcomes.get(0).verdict(), "mia");
        assertThat(book.people.shared()).containsExactly("PHONE +493012345601 COMPANY_LINE by STEWARD");
        book.verdicts.undo(outcomes.get(1).verdict(), "mia");
        assertThat(book.state()).isEqualTo(before);
    }

    @Test
    void putWhatNobodyIsSureOfBehindTheRest() {
        String first = book.queue().get(0);
        assertThat(book.mia(first, Answer.NOT_SURE).status()).isEqualTo(Status.APPLIED);
        assertThat(book.queue()).hasSize(3).endsWith(first);
        assertThat(book.mia(first, Answer.NOT_SURE).status()).isEqualTo(Status.UNCHANGED);
        CaseAnswer toms = CaseAnswer.to(book.of(first), Answer.NOT_SURE).because("ask Carla");
        assertThat(book.verdicts.decide(toms, "tom").status()).isEqualTo(Status.APPLIED);
        assertThat(book.of(first).verdict().comment()).isEqualTo("ask Carla");
    }

    @Test
    void areNotOverruledByAnotherPersonNorByAnOlderAnswer() {
        CaseAnswer old = CaseAnswer.to(book.of("ann"), Answer.SAME_PERSON).naming("C2");
        book.mia("ann", Answer.SAME_PERSON, "C1");
        Map<String, List<String>> decided = book.state();

        Outcome toms = book.verdicts.decide(old, "tom");
        assertThat(toms.status()).isEqualTo(Status.CONFLICT);
        assertThat(toms.message()).startsWith("mia decided otherwise on 20").endsWith(" UTC.");
        assertThat(book.verdicts.decide(old, "mia").status()).isEqualTo(Status.STALE);
        assertThat(book.verdicts.decide(
                        CaseAnswer.to(book.of("ann"), Answer.SAME_PERSON).naming("C2"), "mia"))
                .extracting(Outcome::status)
                .isEqualTo(Status.REFUSED);
        assertThat(book.verdicts.decide(old.naming("C1"), "tom"))
                .extracting(Outcome::status)
                .isEqualTo(Status.UNCHANGED);
        assertThat(book.state()).isEqualTo(decided);
    }

    @Test
    void doNotTouchWhatAPersonSaidOfAnIdentifierOnAnotherCase() {
        CaseAnswer shared = CaseAnswer.to(book.of("who"), Answer.SHARED_IDENTIFIER);
        book.verdicts.decide(shared.sharing(List.of(SWITCHBOARD), SharedKind.COMPANY_LINE), "tom");

        CaseAnswer otherwise = CaseAnswer.to(book.of("ann"), Answer.SHARED_IDENTIFIER)
                .sharing(List.of(SWITCHBOARD), SharedKind.HOUSEHOLD);
        assertThat(book.verdicts.decide(otherwise, "mia").status()).isEqualTo(Status.CONFLICT);
        assertThat(book.mia("ann", Answer.SHARED_IDENTIFIER).status()).isEqualTo(Status.APPLIED);
        assertThat(book.people.shared()).containsExactly("PHONE +493012345601 COMPANY_LINE by STEWARD");
    }

    @Test
    void areStaleWhereTheEvidenceChangedSince() {
        CaseAnswer old = CaseAnswer.to(book.of("viktor"), Answer.SAME_PERSON);
        book.people.carries("C3", "phone:+4930999999");

        assertThat(book.verdicts.decide(old, "mia").status()).isEqualTo(Status.STALE);
        assertThat(book.linked("viktor")).isEmpty();
    }

    @Test
    void areNoneWhereACaseIsAnsweredTwiceAndNotAlike() {
        CaseAnswer one = CaseAnswer.to(book.of("ann"), Answer.SAME_PERSON).naming("C1");

        assertThat(book.verdicts.decide(List.of(one, one.naming("C2")), "mia"))
                .extracting(Outcome::status)
                .containsExactly(Status.REFUSED, Status.REFUSED);
        assertThat(book.linked("ann")).isEmpty();
        assertThat(book.verdicts.decide(List.of(one, one), "mia"))
                .extracting(Outcome::status)
                .containsExactly(Status.APPLIED, Status.APPLIED);
    }

    @Test
    void areAllDecidedOrNone() {
        Map<String, List<String>> before = book.state();
        VerdictRows failing = new VerdictRows(database.jdbc()) {
            @Override
            Map<Long, Long> write(List<Followed> all, LocalDateTime now) {
                super.write(all, now);
                throw new IllegalStateException("the power fails");
            }
        };
        Following following = new Following(
                database.bean(ManyLinks.class),
                database.bean(SharedIdentifierChanges.class),
                failing,
                database.bean(Due.class));
        Verdicts verdicts = new Verdicts(
                database.bean(Desk.class),
                database.bean(CaseReader.class),
                database.bean(Judging.class),
                following,
                database.bean(TakingBack.class),
                database.bean(SharedIdentifierChanges.class),
                database.bean(JdbcClient.class),
                Clock.systemUTC());

        assertThatThrownBy(() -> verdicts.decide(
                        List.of(
                                CaseAnswer.to(book.of("ann"), Answer.SAME_PERSON)
                                        .naming("C1"),
                                CaseAnswer.to(book.of("who"), Answer.SHARED_IDENTIFIER),
                                CaseAnswer.to(book.of("viktor"), Answer.DIFFERENT_PEOPLE)),
                        "mia"))
                .hasMessage("the power fails");
        assertThat(book.state()).isEqualTo(before);
        assertThat(book.verdicts.history(book.of("ann").id())).isEmpty();
    }

    @Test
    void areTakenBackExactlyEvenAfterANight() {
        Map<String, List<String>> before = book.state();
        Outcome same = book.mia("ann", Answer.SAME_PERSON, "C1");
        Undone undone = book.verdicts.undo(same.verdict(), "tom");
        assertThat(undone).extracting(Undone::done).isEqualTo(true);
        assertThat(book.state()).isEqualTo(before);
        assertThat(book.verdicts.history(book.of("ann").id()))
                .singleElement()
                .satisfies(it -> assertThat(it.undoneBy()).isEqualTo("tom"));

        Outcome again = book.mia("ann", Answer.SAME_PERSON, "C1");
        book.night();
        book.verdicts.undo(again.verdict(), "mia");
        book.night();
        assertThat(book.queue()).contains("ann");
        assertThat(book.linked("ann")).isEmpty();
        assertThat(book.timeline("C1")).isEmpty();
        assertThat(book.verdicts.undo(-1, "mia").done()).isFalse();
        assertThat(book.verdicts.undo(again.verdict(), "mia").message()).isEqualTo("mia took it back already.");
    }

    @Test
    void areNotTakenBackFromUnderWhatAPersonDecidedLater() {
        Outcome first = book.mia("who", Answer.DIFFERENT_PEOPLE, "C1");
        Outcome second = book.mia("who", Answer.SAME_PERSON, "C2");

        assertThat(book.verdicts.undo(first.verdict(), "mia").done()).isFalse();
        assertThat(book.verdicts.undo(second.verdict(), "mia").done()).isTrue();
        assertThat(book.verdicts.undo(first.verdict(), "mia").done()).isTrue();

        Outcome third = book.mia("ann", Answer.SAME_PERSON, "C1");
        link("ann", "C2");
        assertThat(book.verdicts.undo(third.verdict(), "mia").message()).startsWith("tom decided on ");
        assertThat(book.linked("ann")).isEqualTo("C2 ASSERTED");
    }

    @Test
    void areForestalledByALinkFromTheCommandLine() {
        CaseAnswer old = CaseAnswer.to(book.of("ann"), Answer.SAME_PERSON).naming("C1");
        link("ann", "C2");

        assertThat(book.queue()).doesNotContain("ann");
        assertThat(book.verdicts.decide(old, "mia").message()).startsWith("tom decided otherwise on ");
        assertThat(book.verdicts.decide(old.naming("C2"), "mia").status()).isEqualTo(Status.UNCHANGED);

        Register register = database.bean(Register.class);
        database.bean(Links.class)
                .unlink(
                        register.participant(String.valueOf(book.participant("viktor"))),
                        register.contact("C3"),
                        new By("tom", null));
        assertThat(book.queue()).containsExactly("who");
    }

    private void link(String nativeId, String contact) {
        Register register = database.bean(Register.class);
        database.bean(Links.class)
                .link(
                        register.participant(String.valueOf(book.participant(nativeId))),
                        register.contact(contact),
                        new By("tom", null));
    }
}
