package dev.tributary.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the score may decide beside the rules. */
class ScoreTest {

    private static final List<List<Condition>> UNLESS = List.of(
            List.of(condition(Field.GIVEN, Agreement.DIFFERENT)),
            List.of(condition(Field.BIRTH, Agreement.UNKNOWN), condition(Field.CITY, Agreement.UNKNOWN)));

    private static final Score DECIDES = new Score(true, true, 0.99, 0.9, UNLESS, Weights.NONE);

    private static final Agreements ANNA = found(Map.of(Field.BIRTH, Agreement.SAME));
    private static final Agreements ANOTHER_GIVEN =
            found(Map.of(Field.GIVEN, Agreement.DIFFERENT, Field.BIRTH, Agreement.SAME));

    private static Condition condition(Field field, Agreement agreement) {
        return Condition.of(field, List.of(agreement.name())).orElseThrow();
    }

    private static Agreements found(Map<Field, Agreement> given) {
        return Agreements.of(given);
    }

    private static MatchRule rule(MatchOutcome then, boolean automatic) {
        return new MatchRule(
                "same-email-" + then, List.of(condition(Field.EMAIL, Agreement.SAME)), List.of(), then, automatic);
    }

    private static MatchRules rules(Score score, MatchRule... rules) {
        return new MatchRules(List.of(rules), Set.of(), Set.of(), score);
    }

    @Test
    void anExceptionHoldsWhereAllOfAGroupDo() {
        assertThat(DECIDES.isExcepted(ANNA)).isFalse();
        assertThat(DECIDES.isExcepted(ANOTHER_GIVEN)).isTrue();
        assertThat(DECIDES.isExcepted(Agreements.NONE)).isTrue();
        assertThat(DECIDES.isExcepted(found(Map.of(Field.CITY, Agreement.SAME))))
                .isFalse();
    }

    @Test
    void onlyWhatDiffersContradicts() {
        assertThat(DECIDES.isContradicted(ANOTHER_GIVEN)).isTrue();
        assertThat(DECIDES.isContradicted(Agreements.NONE)).isFalse();
        assertThat(DECIDES.isContradicted(ANNA)).isFalse();
    }

    @Test
    void decidesFromItsThresholdOnAndAsksBelow() {
        MatchRules rules = rules(DECIDES);

        assertThat(rules.judge(ANNA, 0.99)).isEqualTo(new Judgement(MatchOutcome.MATCH, "score", true));
        assertThat(rules.judge(ANNA, 0.98)).isEqualTo(new Judgement(MatchOutcome.POSSIBLE_MATCH, "score", false));
        assertThat(rules.judge(ANNA, 0.9)).isEqualTo(new Judgement(MatchOutcome.POSSIBLE_MATCH, "score", false));
        assertThat(rules.judge(ANNA, 0.89)).isEqualTo(Judgement.NON_MATCH);
        assertThat(rules.judge(ANOTHER_GIVEN, 1)).isEqualTo(new Judgement(MatchOutcome.POSSIBLE_MATCH, "score", false));
    }

    @Test
    void doesNotDecideWhereTheFileForbidsIt() {
        MatchRules rules = rules(new Score(false, false, 0.99, 0.9, List.of(), Weights.NONE));

        assertThat(rules.judge(ANNA, 1)).isEqualTo(new Judgement(MatchOutcome.POSSIBLE_MATCH, "score", false));
        assertThat(rules(Score.SILENT).judge(ANNA, 1)).isEqualTo(Judgement.NON_MATCH);
    }

    @Test
    void aRuleThatMatchesGoesBeforeTheScoreAndOneThatAsksBehindIt() {
        Agreements same = ANNA.with(Field.EMAIL, Agreement.SAME);

        assertThat(rules(DECIDES, rule(MatchOutcome.MATCH, true)).judge(same, 0))
                .isEqualTo(new Judgement(MatchOutcome.MATCH, "same-email-MATCH", true));
        assertThat(rules(DECIDES, rule(MatchOutcome.POSSIBLE_MATCH, false)).judge(same, 1))
                .isEqualTo(new Judgement(MatchOutcome.MATCH, "score", true));
        assertThat(rules(DECIDES, rule(MatchOutcome.POSSIBLE_MATCH, false)).judge(same, 0))
                .isEqualTo(new Judgement(MatchOutcome.POSSIBLE_MATCH, "same-email-POSSIBLE_MATCH", false));
    }

    @Test
    void whatIsAutomaticIsLeftWhereNobodyIsToBeAsked() {
        MatchRule automatic = rule(MatchOutcome.MATCH, true);
        MatchRules sure = rules(DECIDES, automatic, rule(MatchOutcome.POSSIBLE_MATCH, false))
                .automaticOnly();

        assertThat(sure.rules()).containsExactly(automatic);
        assertThat(sure.judge(ANNA, 0.99).outcome()).isEqualTo(MatchOutcome.MATCH);
        assertThat(sure.judge(ANNA, 0.98)).isEqualTo(Judgement.NON_MATCH);
        Score asking = new Score(true, false, 0.99, 0.9, List.of(), Weights.NONE);
        assertThat(rules(asking).automaticOnly().judge(ANNA, 1)).isEqualTo(Judgement.NON_MATCH);
    }

    @Test
    void pairsThatPeopleTookApartAreAddedToTheList() {
        IdPair file = new IdPair("C1", "C2");
        IdPair person = new IdPair("C3", "C4");
        MatchRules rules = new MatchRules(List.of(), Set.of(person), Set.of(file), DECIDES);

        MatchRules more = rules.andNever(Set.of(person));

        assertThat(more.never()).containsExactlyInAnyOrder(file, person);
        assertThat(more.always()).containsExactly(person);
        assertThat(more.score()).isEqualTo(DECIDES);
    }
}
