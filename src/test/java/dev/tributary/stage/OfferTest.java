package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTest {

    @ParameterizedTest
    @CsvSource({
        "https://call.acme.example/c/Zx81kQ2vTn, Zx81kQ2vTn, true",
        "https://call.acme.example/c/Zx81kQ2vTn/?from=x, Zx81kQ2vTn, true",
        "https://call.acme.example/c/Zx81kQ2vTn, https://other.example/Zx81kQ2vTn, true",
        "https://call.acme.example/c/Zx81kQ2vTn, zx81kq2vtn, false",
        "https://call.acme.example/help, help, false",
        "+1 202 555 0142, (202) 555-0142, true",
        "+1 202 555 0142, +1 202 555 0143, false",
    })
    void isKnownByItsTokenOrItsNumber(String offered, String used, boolean same) {
        assertThat(Offer.of(offered, "US").key().equals(Offer.of(used, "US").key()))
                .isEqualTo(same);
    }
}
