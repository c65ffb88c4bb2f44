package dev.tributary.brake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.brake.Measured.Grown;
import dev.tributary.brake.Measured.Rate;
import dev.tributary.definition.Brake;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetsTest {

    private static final Rate ALL = new Rate(100, 100);

    @ParameterizedTest
    @CsvSource({
        // before, new, held
        "1000, 50, false",
        "1000, 51, true",
        "1000, 49, false",
        "900, 50, true",
        "50, 50, true",
        "50, 49, false",
        "49, 5000, false",
        "0, 5000, false",
    })
    void holdsARunWithTooManyNewLinksButNoFirstImport(long before, long fresh, boolean held) {
        assertThat(why(new Measured(before, fresh, List.of(), ALL, ALL)).isPresent())
                .isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"50, 10, false", "50, 11, true", "49, 11, false"})
    void holdsARunThatPutsTooManyOnAContact(long before, long participants, boolean held) {
        assertThat(why(new Measured(before, 1, List.of(new Grown(1, "C1", participants, 1)), ALL, ALL))
                        .isPresent())
                .isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        // linked of 100 before and now, held
        "90, 80, false",
        "90, 79, true",
        "60, 49, true",
        "50, 39, true",
        "49, 0, false",
        "60, 90, false",
    })
    void holdsARunAfterWhichFarFewerAreRecognised(long before, long now, boolean held) {
        assertThat(why(new Measured(now, 0, List.of(), new Rate(100, now), new Rate(100, before)))
                        .isPresent())
                .isEqualTo(held);
    }

    @Test
    void comparesWithNothingWhereNobodyMeasuredBefore() {
        assertThat(why(new Measured(100, 0, List.of(), new Rate(100, 0), null))).isEmpty();
        assertThat(why(new Measured(100, 0, List.of(), new Rate(0, 0), new Rate(0, 0))))
                .isEmpty();
    }

    @Test
    void saysEachBudgetWithItsFiguresAndWhereToLookFirst() {
        List<Grown> five = IntStream.rangeClosed(1, 5)
                .mapToObj(it -> new Grown(it, "C" + it, 16 - it, 6 - it))
                .toList();
        Measured all = new Measured(300, 71, five, new Rate(1000, 371), new Rate(400, 300));

        assertThat(new Budgets(Brake.STANDARD).whyHeld(all, List.of(3L, 4L)))
                .contains("Held by the brake: 71 new links are 23.7% of the 300 that stood before (newLinksShare: 5%);"
                        + " a contact that grew has 15 participants (largestCluster: 10);"
                        + " the share of participants with a contact fell from 75% to 37.1% (matchRateDrop: 10)."
                        + " Counted together with run 3, run 4, which waits too."
                        + " Look first at contact C1 (15 participants, 5 new), C2 (14 participants, 4 new),"
                        + " C3 (13 participants, 3 new).");
    }

    @Test
    void countsFromTheFirstLinkWhereTheJobSaysSo() {
        Budgets strict = new Budgets(new Brake(50, 1, 0.5, 0));

        assertThat(strict.whyHeld(new Measured(0, 1, List.of(), ALL, ALL), List.of()))
                .contains("Held by the brake: 1 new links are 100% of the 0 that stood before (newLinksShare: 50%).");
        assertThat(strict.whyHeld(new Measured(0, 0, List.of(), ALL, ALL), List.of()))
                .isEmpty();
    }

    private static Optional<String> why(Measured measured) {
        return new Budgets(Brake.STANDARD).whyHeld(measured, List.of());
    }
}
