package dev.tributary.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tributary.match.Weights.FieldWeights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bits of evidence, counted by hand: log2 of m/u. */
class ScorerTest {

    /** SAME 4 bits, CLOSE 2, SIMILAR 1, DIFFERENT -2. */
    private static final FieldWeights PLAIN =
            new FieldWeights(List.of(0.5, 0.2, 0.1, 0.2), List.of(0.03125, 0.05, 0.05, 0.8), false);

    private static final FieldWeights BY_FREQUENCY = new FieldWeights(PLAIN.m(), PLAIN.u(), true);

    private static final Profile NOBODY = Profile.builder(null).build();
    private static final double EXACT = 1e-9;

    private static Scorer of(Map<Field, FieldWeights> fields) {
        return new Scorer(new Weights(fields, 0.5), 0);
    }

    private static double bits(Scorer scorer, Map<Field, Agreement> found) {
        return scorer.bits(Agreements.of(found), NOBODY, NOBODY);
    }

    @Test
    void eachLevelOfAFieldTellsItsOwnAndWhatIsUnknownNothing() {
        Scorer scorer = of(Map.of(Field.EMAIL, PLAIN));

        assertThat(bits(scorer, Map.of(Field.EMAIL, Agreement.SAME))).isCloseTo(4, within(EXACT));
        assertThat(bits(scorer, Map.of(Field.EMAIL, Agreement.CLOSE))).isCloseTo(2, within(EXACT));
        assertThat(bits(scorer, Map.of(Field.EMAIL, Agreement.SIMILAR))).isCloseTo(1, within(EXACT));
        assertThat(bits(scorer, Map.of(Field.EMAIL, Agreement.DIFFERENT))).isCloseTo(-2, within(EXACT));
        assertThat(bits(scorer, Map.of())).isZero();
        assertThat(bits(scorer, Map.of(Field.PHONE, Agreement.SAME))).isZero();
    }

    @Test
    void fieldsAddUpAndTheWholeNameCountsOnlyWhereItsPartsAreNotKnown() {
        Scorer scorer = of(Map.of(Field.NAME, PLAIN, Field.GIVEN, PLAIN, Field.FAMILY, PLAIN, Field.EMAIL, PLAIN));

        assertThat(bits(scorer, Map.of(Field.EMAIL, Agreement.SAME, Field.NAME, Agreement.SAME)))
                .isCloseTo(8, within(EXACT));
        assertThat(bits(
                        scorer,
                        Map.of(
                                Field.NAME,
                                Agreement.SAME,
                                Field.GIVEN,
                                Agreement.SAME,
                                Field.EMAIL,
                                Agreement.DIFFERENT)))
                .isCloseTo(2, within(EXACT));
        assertThat(bits(scorer, Map.of(Field.NAME, Agreement.SAME, Field.FAMILY, Agreement.CLOSE)))
                .isCloseTo(2, within(EXACT));
    }

    @Test
    void ofAnAddressTheStrongestPartCountsWholeTheOthersByAThirdAndWhatDiffersWhole() {
        Scorer scorer = of(Map.of(Field.STREET, PLAIN, Field.POSTCODE, PLAIN, Field.CITY, PLAIN));

        assertThat(bits(
                        scorer,
                        Map.of(
                                Field.STREET,
                                Agreement.SAME,
                                Field.POSTCODE,
                                Agreement.SAME,
                                Field.CITY,
                                Agreement.CLOSE)))
                .isCloseTo(4 + (4 + 2) / 3.0, within(EXACT));
        assertThat(bits(scorer, Map.of(Field.STREET, Agreement.SAME, Field.CITY, Agreement.DIFFERENT)))
                .isCloseTo(4 - 2, within(EXACT));
        assertThat(bits(scorer, Map.of(Field.STREET, Agreement.DIFFERENT, Field.CITY, Agreement.DIFFERENT)))
                .isCloseTo(-4, within(EXACT));
    }

    @Test
    void theProbabilityBeginsWithWhatIsExpected() {
        Agreements same = Agreements.of(Map.of(Field.EMAIL, Agreement.SAME));
        Map<Field, FieldWeights> email = Map.of(Field.EMAIL, PLAIN);

        assertThat(of(email).probability(Agreements.NONE, NOBODY, NOBODY)).isCloseTo(0.5, within(EXACT));
        assertThat(of(email).probability(same, NOBODY, NOBODY)).isCloseTo(16.0 / 17, within(EXACT));
        assertThat(new Scorer(new Weights(email, null), 17).probability(same, NOBODY, NOBODY))
                .isCloseTo(0.5, within(EXACT));
        assertThat(new Scorer(new Weights(email, null), 0).probability(Agreements.NONE, NOBODY, NOBODY))
                .isCloseTo(0.5, within(EXACT));
    }

    @Test
    void aRareNameTellsMoreThanACommonOne() {
        Vocabulary people = new Vocabulary(null);
        Profile smith = people.profile().add(Field.FAMILY, "Smith").build();
        Profile zabriskie = people.profile().add(Field.FAMILY, "Zabriskie").build();
        for (int i = 0; i < 28_000; i++) {
            people.count(smith);
        }
        for (int i = 0; i < 4; i++) {
            people.count(zabriskie);
        }
        Scorer scorer = new Scorer(new Weights(Map.of(Field.FAMILY, BY_FREQUENCY), 0.5), people.people());
        Agreements same = Agreements.of(Map.of(Field.FAMILY, Agreement.SAME));

        double common = scorer.bits(same, smith, smith);
        double rare = scorer.bits(same, zabriskie, zabriskie);

        assertThat(rare).isGreaterThan(common + 2);
        assertThat(common).isLessThan(4);
        assertThat(scorer.bits(Agreements.of(Map.of(Field.FAMILY, Agreement.CLOSE)), smith, smith))
                .isCloseTo(2, within(EXACT));
    }
}
