package dev.tributary.match;

import static dev.tributary.match.Agreement.CLOSE;
import static dev.tributary.match.Agreement.DIFFERENT;
import static dev.tributary.match.Agreement.SAME;
import static dev.tributary.match.Agreement.SIMILAR;
import static dev.tributary.match.Agreement.UNKNOWN;
import static dev.tributary.match.MatchOutcome.MATCH;
import static dev.tributary.match.MatchOutcome.NON_MATCH;
import static dev.tributary.match.MatchOutcome.POSSIBLE_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchRulesTest {

    private static final MatchRule EMAIL_AND_NAME = new MatchRule(
            "same-email-and-name",
            List.of(condition(Field.EMAIL, "SAME"), condition(Field.NAME, "SIMILAR")),
            List.of(
                    List.of(condition(Field.GIVEN, "DIFFERENT"), condition(Field.BIRTH, "DIFFERENT")),
                    List.of(condition(Field.NUMBER, "DIFFERENT"))),
            MATCH,
            true);
    private static final MatchRule SAME_EMAIL =
            new MatchRule("same-email", List.of(condition(Field.EMAIL, "SAME")), List.of(), POSSIBLE_MATCH, false);
    private static final MatchRules RULES =
            new MatchRules(List.of(EMAIL_AND_NAME, SAME_EMAIL), Set.of(), Set.of(), Score.SILENT);

    private static Condition condition(Field field, String... words) {
        return Condition.of(field, List.of(words)).orElseThrow();
    }

    @Test
    void aRuleAppliesWhereAllItsConditionsHold() {
        assertThat(EMAIL_AND_NAME.applies(Agreements.of(Map.of(Field.EMAIL, SAME, Field.NAME, CLOSE))))
                .isTrue();
        assertThat(EMAIL_AND_NAME.applies(Agreements.of(Map.of(Field.EMAIL, CLOSE, Field.NAME, SAME))))
                .isFalse();
        assertThat(EMAIL_AND_NAME.applies(Agreements.of(Map.of(Field.EMAIL, SAME))))
                .isFalse();
    }

    @Test
    void anExceptionStopsItOnlyWhereAllOfItHolds() {
        Agreements otherGiven = Agreements.of(Map.of(Field.EMAIL, SAME, Field.NAME, SIMILAR, Field.GIVEN, DIFFERENT));

        assertThat(EMAIL_AND_NAME.applies(otherGiven)).isTrue();
        assertThat(EMAIL_AND_NAME.applies(otherGiven.with(Field.BIRTH, DIFFERENT)))
                .isFalse();
        assertThat(EMAIL_AND_NAME.applies(otherGiven.with(Field.NUMBER, DIFFERENT)))
                .isFalse();
    }

    @Test
    void theFirstRuleThatAppliesDecides() {
        Agreements both = Agreements.of(Map.of(Field.EMAIL, SAME, Field.NAME, SAME));

        assertThat(RULES.judge(both, 0)).isEqualTo(new Judgement(MATCH, "same-email-and-name", true));
        assertThat(RULES.judge(both.with(Field.NAME, DIFFERENT), 0))
                .isEqualTo(new Judgement(POSSIBLE_MATCH, "same-email", false));
        assertThat(RULES.judge(both.with(Field.EMAIL, DIFFERENT), 1).outcome()).isEqualTo(NON_MATCH);
    }

    @Test
    void aRuleThatFailsSaysOnWhichConditionsAndOneThatWasStoppedByWhat() {
        Agreements found = Agreements.of(Map.of(Field.EMAIL, SAME, Field.NAME, DIFFERENT));

        assertThat(EMAIL_AND_NAME.explain(found))
                .isEqualTo(new MatchRule.Fails(List.of(condition(Field.NAME, "SIMILAR"))));
        assertThat(EMAIL_AND_NAME.explain(found.with(Field.NAME, SAME).with(Field.NUMBER, DIFFERENT)))
                .isEqualTo(new MatchRule.Stopped(List.of(condition(Field.NUMBER, "DIFFERENT"))));
        assertThat(SAME_EMAIL.explain(found)).isEqualTo(new MatchRule.Applies());
        assertThat(condition(Field.NAME, "SIMILAR")).hasToString("name: SAME or CLOSE or SIMILAR");
    }

    @Test
    void theScoreDecidesOnlyWhereItMayAndNothingSpeaksAgainstIt() {
        Score score =
                new Score(true, false, 0.99, 0.8, List.of(List.of(condition(Field.BIRTH, "DIFFERENT"))), Weights.NONE);
        MatchRules rules = new MatchRules(List.of(SAME_EMAIL), Set.of(), Set.of(), score);
        Agreements family = Agreements.of(Map.of(Field.FAMILY, SAME));

        assertThat(rules.judge(family, 0.995)).isEqualTo(new Judgement(MATCH, "score", false));
        assertThat(rules.judge(family.with(Field.BIRTH, DIFFERENT), 0.995))
                .isEqualTo(new Judgement(POSSIBLE_MATCH, "score", false));
        assertThat(rules.judge(family, 0.9)).isEqualTo(new Judgement(POSSIBLE_MATCH, "score", false));
        assertThat(rules.judge(family, 0.7)).isEqualTo(Judgement.NON_MATCH);
        assertThat(rules.judge(family.with(Field.EMAIL, SAME), 0.1).rule()).isEqualTo("same-email");
    }

    @Test
    void aLevelMeansThatMuchOrMoreAndDifferentAndUnknownMeanJustThat() {
        assertThat(condition(Field.NAME, "CLOSE").allowed()).containsExactlyInAnyOrder(SAME, CLOSE);
        assertThat(condition(Field.NAME, "DIFFERENT", "UNKNOWN").allowed())
                .containsExactlyInAnyOrder(DIFFERENT, UNKNOWN);
        assertThat(Condition.of(Field.NAME, List.of("EQUAL"))).isEmpty();
        assertThat(Condition.of(Field.NAME, List.of())).isEmpty();
    }

    @Test
    void aRuleThatAsksForNothingIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MatchRule("any", List.of(), List.of(), MATCH, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatchRule("no", SAME_EMAIL.when(), List.of(), NON_MATCH, false));
    }

    @Test
    void agreementsKeepEachFieldApart() {
        Agreements agreements = Agreements.NONE;
        for (Field field : Field.values()) {
            Agreement level = Agreement.values()[field.ordinal() % 5];
            agreements = agreements.with(field, level);
        }

        for (Field field : Field.values()) {
            assertThat(agreements.in(field)).isEqualTo(Agreement.values()[field.ordinal() % 5]);
        }
        assertThat(Agreements.NONE.known()).isEmpty();
    }
}
