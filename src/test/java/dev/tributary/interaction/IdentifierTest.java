package dev.tributary.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentifierTest {

    @Test
    void keepsTheRawValueBesideTheCanonicalOne() {
        assertThat(Identifier.email(" Ann@Example.org"))
                .isEqualTo(new Identifier(IdentifierType.EMAIL, "ann@example.org", " Ann@Example.org", true));
        assertThat(Identifier.phone("(202) 555-0143", "US"))
                .isEqualTo(new Identifier(IdentifierType.PHONE, "+12025550143", "(202) 555-0143", true));
    }

    @Test
    void keepsWhatBreaksTheRulesAndNeverUsesIt() {
        assertThat(Identifier.email(" nobody "))
                .isEqualTo(new Identifier(IdentifierType.EMAIL, "nobody", " nobody ", false));
        assertThat(Identifier.phone("12", null).usable()).isFalse();
        assertThat(Identifier.handle("x", "@").usable()).isFalse();
        assertThat(Identifier.id("x", " ").usable()).isFalse();
        assertThat(Identifier.id("x", "7".repeat(400)).usable()).isFalse();
    }

    @Test
    void takesHandlesForTheSameInAnyCaseWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Identifier.handle("x", "@IRIS").value()).isEqualTo("x:iris");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(Identifier.id("x", "U1").value())
                .isNotEqualTo(Identifier.id("x", "u1").value());
    }

    @Test
    void printsNothingOfAPerson() {
        Party ann = new Party("7", "@ann", "Ann", List.of("ann@example.org"), List.of("+12025550143"), null, Map.of());

        assertThat(List.of(
                                Identifier.email("ann@example.org"),
                                Identifier.phone("+12025550143", null),
                                Identifier.handle("x", "@ann"),
                                Identifier.id("x", "7"),
                                ann)
                        .toString())
                .isEqualTo("[EMAIL ***, PHONE ***, HANDLE ***, ID ***, Party[***]]");
    }
}
