package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Condition;
import dev.tributary.match.Field;
import dev.tributary.match.MatchRules;
import dev.tributary.match.Score;
import dev.tributary.match.Weights;
import dev.tributary.match.Weights.FieldWeights;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which contact of a case is the likeliest, and when it is likely enough. */
class LikelihoodTest {

    private static final FieldWeights WEIGHTS =
            new FieldWeights(List.of(0.7, 0.1, 0.1, 0.1), List.of(0.0001, 0.001, 0.01, 0.9889), false);

    private static final Agreements PHONE = Agreements.of(Map.of(Field.PHONE, Agreement.SAME));
    private static final Agreements PHONE_AND_NAME = PHONE.with(Field.GIVEN, Agreement.SAME);
    private static final Agreements ANOTHER_NAME = PHONE.with(Field.GIVEN, Agreement.DIFFERENT);

    private final Likelihood decides = likelihood(true);

    private static Likelihood likelihood(boolean decides) {
        return new Likelihood(new MatchRules(
                List.of(),
                Set.of(),
                Set.of(),
                new Score(
                        decides,
                        false,
                        0.99999,
                        0.9,
                        List.of(List.of(
                                Condition.of(Field.GIVEN, List.of("DIFFERENT")).orElseThrow())),
                        new Weights(Map.of(Field.PHONE, WEIGHTS, Field.GIVEN, WEIGHTS), null))));
    }

    private static Compared candidate(long contact, Agreements proved) {
        return new Compared(contact, Agreements.NONE, proved, proved, true);
    }

    private static Map<Long, Compared> among(Compared... candidates) {
        Map<Long, Compared> byId = new TreeMap<>();
        for (Compared it : candidates) {
            byId.put(it.contact(), it);
        }
        return byId;
    }

    @Test
    void theHighestIsThatOfTheLikeliestAndNoneIsZero() {
        double one = decides.highest(List.of(candidate(1, PHONE)));

        assertThat(one).isBetween(0.999, 0.9999);
        assertThat(decides.highest(List.of(candidate(2, PHONE_AND_NAME)))).isGreaterThan(one);
        assertThat(decides.highest(List.of(candidate(1, PHONE), candidate(2, PHONE_AND_NAME))))
                .isBetween(0.999, 1.0);
        assertThat(decides.highest(List.of(candidate(1, PHONE), candidate(2, PHONE), candidate(3, PHONE))))
                .isBetween(0.333, 0.334);
        assertThat(decides.highest(List.of())).isZero();
    }

    @Test
    void whatSomebodyOnlySaysPutsACaseInOrderAndDecidesNothing() {
        Compared said = new Compared(1, Agreements.NONE, Agreements.NONE, PHONE_AND_NAME, true);

        assertThat(decides.highest(List.of(said))).isGreaterThan(0.99999);
        assertThat(decides.decided(Reason.POSSIBLE_MATCH, among(said))).isEmpty();
    }

    @Test
    void decidesForOneWhoIsLikelyWhereTheOthersAreExcluded() {
        assertThat(decides.decided(
                        Reason.AMBIGUOUS_IDENTIFIER, among(candidate(1, ANOTHER_NAME), candidate(2, PHONE_AND_NAME))))
                .hasValueSatisfying(it -> assertThat(it.contact()).isEqualTo(2));
        assertThat(decides.decided(Reason.SHARED_IDENTIFIER, among(candidate(7, PHONE_AND_NAME))))
                .isPresent();
    }

    @Test
    void leavesToAPersonWhatIsNotClearOrNotLikelyEnough() {
        assertThat(decides.decided(
                        Reason.AMBIGUOUS_IDENTIFIER, among(candidate(1, PHONE_AND_NAME), candidate(2, PHONE))))
                .isEmpty();
        assertThat(decides.decided(Reason.SHARED_IDENTIFIER, among(candidate(1, PHONE))))
                .isEmpty();
        assertThat(decides.decided(Reason.SHARED_IDENTIFIER, among(candidate(1, ANOTHER_NAME))))
                .isEmpty();
        assertThat(decides.decided(Reason.SHARED_IDENTIFIER, Map.of())).isEmpty();
    }

    @Test
    void leavesToAPersonWhereNotAllWhoHaveItAreKnown() {
        Compared ofMany = new Compared(1, Agreements.NONE, PHONE_AND_NAME, PHONE_AND_NAME, false);

        assertThat(decides.decided(Reason.SHARED_IDENTIFIER, among(ofMany))).isEmpty();
    }

    @Test
    void decidesNothingElseAndNothingWhereTheFileForbidsIt() {
        Map<Long, Compared> likely = among(candidate(1, PHONE_AND_NAME));

        for (Reason reason :
                EnumSet.of(Reason.CONFLICTING_IDENTIFIERS, Reason.EXCEPTION, Reason.ONLY_DECLARED, Reason.CAP)) {
            assertThat(decides.decided(reason, likely)).as(reason.name()).isEmpty();
        }
        assertThat(likelihood(false).decided(Reason.SHARED_IDENTIFIER, likely)).isEmpty();
    }
}
