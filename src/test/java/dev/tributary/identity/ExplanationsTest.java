package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.identity.AboutParticipant.Against;
import dev.tributary.identity.AboutParticipant.Need;
import dev.tributary.identity.AboutParticipant.Rule;
import dev.tributary.match.Agreement;
import dev.tributary.match.Field;
import dev.tributary.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Why somebody is on a contact, or on none. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ExplanationsTest {

    @Parameter
    TestDatabase database;

    private PeopleInTables people;

    @BeforeEach
    void nobodyYet() {
        people = new PeopleInTables(database);
    }

    @Test
    void tellsTheRuleAndTheEvidenceOfALink() {
        people.person("C1", "Anna Berg", "email:anna@example.org")
                .customer("7", "Anna Berg", "email:anna@example.org")
                .identify();

        AboutParticipant anna = about("7");

        assertThat(anna.outcome()).isEqualTo("LINKED");
        assertThat(anna.link().contact()).isEqualTo("C1");
        assertThat(anna.link().rule()).isEqualTo("same-email");
        assertThat(anna.link().evidence()).contains("anna@example.org", "CHANNEL");
        assertThat(anna.identifiers()).singleElement().satisfies(it -> {
            assertThat(it.value()).isEqualTo("anna@example.org");
            assertThat(it.holders()).isEqualTo(1);
            assertThat(it.contacts()).containsExactly("C1");
        });
        assertThat(anna.nearest()).isFalse();
        assertThat(anna.contacts()).singleElement().satisfies(it -> {
            assertThat(it.fit()).isEqualTo("MATCH");
            assertThat(rule(it, "same-email").needs()).isEmpty();
        });
    }

    @Test
    void namesTheExceptionThatStopsARuleWithBothValues() {
        people.person("C1", "Anna Berg", "email:anna@example.org")
                .customer("7", "Viktor Kowalski", "email:anna@example.org")
                .identify();

        Against anna = about("7").contacts().get(0);

        assertThat(anna.fit()).isEqualTo("STOPPED");
        assertThat(rule(anna, "same-email").stopped()).isTrue();
        Need need = rule(anna, "same-email").needs().get(0);
        assertThat(need.field()).isEqualTo(Field.GIVEN);
        assertThat(need.found()).isEqualTo(Agreement.DIFFERENT);
        assertThat(need.theirs()).containsExactly("Viktor Kowalski");
        assertThat(need.contacts()).containsExactly("Anna");
    }

    @Test
    void namesTheNearestContactOfOneWhoIsOnNoneAndWhatEachRuleLacks() {
        people.person("C1", "Anna Berg", "email:anna.berg@example.org")
                .person("C2", "Bo Lind", "email:bo@example.org")
                .customer("7", "Anna Berg", "email:anna.bergg@example.org")
                .identify();

        AboutParticipant anna = about("7");

        assertThat(anna.outcome()).isEqualTo("UNMATCHED");
        assertThat(anna.reason()).isEqualTo("NOT_IN_CRM");
        assertThat(anna.nearest()).isTrue();
        assertThat(anna.contacts()).singleElement().satisfies(it -> {
            assertThat(it.contact()).isEqualTo("C1");
            assertThat(it.agreements()).containsEntry(Field.NAME, Agreement.SAME);
            Need need = rule(it, "same-email").needs().get(0);
            assertThat(need.theirs()).containsExactly("anna.bergg@example.org");
            assertThat(need.contacts()).containsExactly("anna.berg@example.org");
            assertThat(need.allowed()).containsExactly(Agreement.SAME);
            assertThat(need.found()).isNotEqualTo(Agreement.SAME);
        });
    }

    @Test
    void takesWildcardsOfANameForLetters() {
        people.person("C1", "Anna Berg", "email:anna@example.org")
                .customer("7", "%%% ___", "email:%@example.com")
                .identify();

        assertThat(about("7").contacts()).isEmpty();
    }

    @Test
    void remembersWhatAPersonSaid() {
        people.person("C1", "Anna Berg", "email:anna@example.org")
                .customer("7", "Anna Berg", "email:anna@example.org")
                .identify();
        database.jdbc()
                .update(
                        "INSERT INTO never_match (participant_id, contact_id, active, actor, reason, decided_at)"
                                + " VALUES (?, ?, TRUE, 'petra', 'her sister', '2026-03-01 10:00:00')",
                        number("7"),
                        people.idOf("C1"));

        assertThat(about("7").never()).singleElement().satisfies(it -> {
            assertThat(it.contact()).isEqualTo("C1");
            assertThat(it.actor()).isEqualTo("petra");
            assertThat(it.reason()).isEqualTo("her sister");
        });
    }

    @Test
    void tellsOfAContactWhoIsOnItAndWhoElseCarriesItsNumbers() {
        people.person("C1", "Anna Berg", "email:anna@example.org", "phone:+493012345601")
                .person("C2", "Ben Berg", "phone:+493012345601")
                .customer("7", "Anna Berg", "email:anna@example.org")
                .identify();

        AboutContact anna =
                database.bean(ContactExplanations.class).of(people.idOf("C1")).orElseThrow();

        assertThat(anna.contact()).isEqualTo("C1");
        assertThat(anna.survivor()).isEqualTo("C1");
        assertThat(anna.participants()).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo("same-email");
            assertThat(it.shown()).isEqualTo("x Anna Berg");
        });
        assertThat(anna.points().stream().filter(it -> it.type().equals("PHONE")))
                .singleElement()
                .satisfies(it -> assertThat(it.others()).isEqualTo(1));
        assertThat(anna.merges()).isEmpty();
    }

    @Test
    void knowsNothingOfAParticipantOrContactThatIsNotThere() {
        assertThat(database.bean(Explanations.class).of(4711)).isEmpty();
        assertThat(database.bean(ContactExplanations.class).of(4711)).isEmpty();
    }

    private AboutParticipant about(String nativeId) {
        return database.bean(Explanations.class).of(number(nativeId)).orElseThrow();
    }

    private long number(String nativeId) {
        return database.jdbc().queryForObject("SELECT id FROM participant WHERE native_id = ?", Long.class, nativeId);
    }

    private static Rule rule(Against against, String name) {
        return against.rules().stream()
                .filter(it -> it.rule().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
