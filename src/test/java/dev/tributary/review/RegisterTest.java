package dev.tributary.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a person means. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RegisterTest {

    @Parameter
    TestDatabase database;

    private Register register;

    @BeforeEach
    void aSmallBook() {
        register = new Book(database).register;
        database.jdbc()
                .update("INSERT INTO participant_identifier VALUES (3, 'ID', 'line/@acme:U3', 'U3', 'CHANNEL', TRUE,"
                        + " '2026-01-01 00:00:00', '2026-01-01 00:00:00')");
        database.jdbc()
                .update("INSERT INTO participant_identifier VALUES (3, 'PHONE', '+12025550143', '(202) 555-0143',"
                        + " 'CHANNEL', TRUE, '2026-01-01 00:00:00', '2026-01-01 00:00:00')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "x:@P3",
                "x:p3",
                "p3@example.org",
                " P3@Example.ORG ",
                "+1 202 555-0143",
                "line/@acme:U3",
                "id:line/@acme:U3"
            })
    void findsAParticipantByWhatItGoesBy(String text) {
        assertThat(register.participant(text).id()).isEqualTo(3);
    }

    @Test
    void listsThemWhereSeveralGoByOneAddress() {
        assertThatExceptionOfType(SeveralParticipants.class)
                .isThrownBy(() -> register.participant("said@example.org"))
                .withMessage("8 participants go by this; give the number of the one that is meant")
                .satisfies(several -> assertThat(several.participants())
                        .extracting(Participant::id)
                        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99", "x:nobody", "nobody@example.org", "+4930999", "nobody", "", "999999999999999999999999"})
    void saysWithoutQuotingItThatThereIsNone(String text) {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> register.participant(text))
                .withMessageStartingWith("There is no such participant; give")
                .withMessageNotContaining("nobody");
    }

    @Test
    void tellsContactsApartThatDifferInCase() {
        assertThat(register.contact("c3")).isEqualTo(new Contact(3, "c3", 3, "c3"));
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> register.contact("C3"))
                .withMessageStartingWith("There is no contact with the id 'C3'");
    }

    @Test
    void findsAMessageByItsNumberOrItsIdOnTheChannel() {
        assertThat(register.interaction("31")).isEqualTo(31);
        assertThat(register.interaction("x:m31")).isEqualTo(31);
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> register.interaction("x:m33"))
                .withMessageStartingWith("There is no such message; give its number");
    }
}
