package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentTest {

    @ParameterizedTest
    @CsvSource({
        "yes, ALL",
        "Opt-In, ALL",
        "TRUE, ALL",
        "1, ALL",
        "service, SERVICE",
        "Transactional, SERVICE",
        "no, NONE",
        "opt-out, NONE",
        "0, NONE",
        "revoked, NONE",
        "?, NONE",
        "whatever they said, NONE"
    })
    void takesWhatItDoesNotKnowForTheMostRestrictive(String cell, Consent consent) {
        assertThat(Consent.of(cell)).contains(consent);
    }

    @Test
    void knowsWhereNothingWasSaid() {
        assertThat(Consent.of(" ")).isEmpty();
        assertThat(Consent.of(null)).isEmpty();
    }
}
