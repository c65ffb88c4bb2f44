package dev.tributary.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Field;
import dev.tributary.match.Weights;
import dev.tributary.match.Weights.FieldWeights;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final List<Double> TRUE_M = List.of(0.7, 0.15, 0.1, 0.05);
    private static final List<Double> U = List.of(0.01, 0.01, 0.02, 0.96);
    private static final List<Field> FIELDS = List.of(Field.FAMILY, Field.BIRTH, Field.STREET, Field.PHONE);

    private static Weights weights(List<Double> m) {
        FieldWeights of = new FieldWeights(m, U, false);
        return new Weights(
                Map.of(Field.FAMILY, of, Field.BIRTH, of, Field.STREET, of, Field.PHONE, of, Field.EMAIL, of), null);
    }

    private static Agreement drawn(Random random, List<Double> shares) {
        double left = random.nextDouble();
        for (int level = 0; level < shares.size(); level++) {
            left -= shares.get(level);
            if (left < 0) {
                return Agreement.values()[level];
            }
        }
        return Agreement.DIFFERENT;
    }

    @Test
    void learnsHowOftenOnePersonsRecordsAgreeWithoutBeingToldWhichAreOnes() {
        Random random = new Random(1);
        Training training = new Training();
        for (int i = 0; i < 40_000; i++) {
            List<Double> shares = random.nextInt(5) == 0 ? TRUE_M : U;
            Agreements found = Agreements.NONE.with(Field.EMAIL, Agreement.SAME);
            for (Field field : FIELDS) {
                found = found.with(field, drawn(random, shares));
            }
            training.add(Keys.Kind.EMAIL, found);
        }

        Weights learned = training.learned(weights(List.of(0.4, 0.2, 0.2, 0.2)));

        for (Field field : FIELDS) {
            for (int level = 0; level < FieldWeights.LEVELS; level++) {
                assertThat(learned.fields().get(field).m().get(level)).isCloseTo(TRUE_M.get(level), within(0.02));
            }
            assertThat(learned.fields().get(field).u()).isEqualTo(U);
        }
    }

    @Test
    void aKeyTeachesNothingOfTheFieldsThatItIsMadeOf() {
        Training training = new Training();
        for (int i = 0; i < 1_000; i++) {
            training.add(Keys.Kind.EMAIL, Agreements.NONE.with(Field.EMAIL, Agreement.SAME));
        }

        Weights learned = training.learned(weights(TRUE_M));

        assertThat(learned.fields().get(Field.EMAIL).m().get(0)).isCloseTo(0.7, within(1e-9));
    }
}
