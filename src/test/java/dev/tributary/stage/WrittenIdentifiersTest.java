package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.Identifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenIdentifiersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to Anna.Berger@Example.org, please. | anna.berger@example.org",
                "My address is anna@example.org. | anna@example.org",
                "(anna+tents@mail.example.org) | anna+tents@mail.example.org",
                "Call me at +49 30 23125 123 after six | +493023125123",
                "Rufen Sie 030 23125-123 an | +493023125123",
                "anna@example.org or 030/23125123 | anna@example.org,+493023125123",
                "📞+49(30)23125123✉anna@example.org | anna@example.org,+493023125123",
            })
    void findsWhatACustomerWritesOfThemselves(String text, String found) {
        assertThat(values(text, "DE")).containsExactlyInAnyOrder(found.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order 4711 came on 12.05.2026 for 129,90",
                "@acmeoutdoor and @mia, look",
                "see https://acme.example/a@b",
                "Parcel 00340434161094042557 is late",
                "anna@localhost",
                "аnna@example.org", // the first letter is Cyrillic
            })
    void takesNothingElseForOne(String text) {
        assertThat(values(text, "DE")).isEmpty();
    }

    @Test
    void needsARegionForANumberWithoutACountryCode() {
        assertThat(values("Call 030 23125 123", null)).isEmpty();
        assertThat(values("Call +49 30 23125 123", null)).containsExactly("+493023125123");
    }

    @Test
    void leavesOutWhatIsQuotedFromOthers() {
        assertThat(values("""
                        Thanks, mine is anna@example.org
                        > On Monday Mia wrote:
                        > mia@acme.example
                        ----- Original Message -----
                        From: tom@acme.example, +49 30 23125 999
                        """, "DE")).containsExactly("anna@example.org");
    }

    @Test
    void staysQuickOnTextsThatAreMadeToBeSlow() {
        String addresses = "a".repeat(10_000) + "@" + "b.".repeat(5_000);
        String numbers = "+49 30 ".repeat(3_000);
        assertThat(Duration.ofSeconds(5))
                .satisfies(limit -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(limit, () -> {
                    values(addresses, "DE");
                    values(numbers, "DE");
                }));
    }

    @Test
    void takesTwentyAtMost() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append("a").append(i).append("@example.org ");
        }
        assertThat(values(text.toString(), null)).hasSize(20);
    }

    private static List<String> values(String text, String region) {
        return WrittenIdentifiers.in(text, region).stream()
                .map(Identifier::value)
                .toList();
    }
}
