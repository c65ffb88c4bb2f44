package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Definitions;
import dev.tributary.identity.Rehearsal.Change;
import dev.tributary.identity.Rehearsal.Result;
import dev.tributary.match.MatchRules;
import dev.tributary.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What other rules would change, without changing anything. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RehearsalTest {

    private static final MatchRules BY_ADDRESS_ALONE = RulesFile.of("""
            links:
              rules:
                - rule: same-email
                  when: { email: SAME }
                  then: MATCH
            """).links();

    private static final MatchRules BY_NUMBER_ALONE = RulesFile.of("""
            links:
              rules:
                - rule: same-phone
                  when: { phone: SAME }
                  then: MATCH
            """).links();

    @Parameter
    TestDatabase database;

    private PeopleInTables people;

    @BeforeEach
    void fourPeople() {
        people = new PeopleInTables(database);
        people.person("C1", "Anna Berg", "email:anna@example.org")
                .person("C2", "Bo Lind", "phone:+493012345602")
                .person("C3", "Cy Moss", "email:cy@example.org")
                .customer("anna", "Anna Berg", "email:anna@example.org")
                .customer("bo", "Bo Lind", "phone:+493012345602")
                .customer("not cy", "Viktor Kowalski", "email:cy@example.org")
                .customer("nobody", "Eva Adam", "email:eva@example.org");
    }

    @Test
    void changesNothingByTheRulesThatAre() {
        people.identify();

        assertThat(rehearse(shipped())).isEqualTo(new Result(4, 0, 0, 0, List.of()));
    }

    @Test
    void tellsWhoWouldJoinLeaveAndMoveTheRiskiestFirst() {
        people.identify();
        List<String> before = people.everything();
        people.carriesNoMore("C1", "email:anna@example.org").carries("C2", "email:anna@example.org");

        Result result = rehearse(BY_ADDRESS_ALONE);

        assertThat(result.participants()).isEqualTo(4);
        assertThat(result.moves()).isEqualTo(1);
        assertThat(result.splits()).isEqualTo(1);
        assertThat(result.joins()).isEqualTo(1);
        assertThat(result.riskiest().stream()
                        .map(it -> it.change() + " " + it.shown() + " " + it.from() + " " + it.to() + " " + it.why()))
                .containsExactly(
                        "MOVE x Anna Berg C1 C2 same-email",
                        "SPLIT x Bo Lind C2 null NO_RULE",
                        "JOIN x Viktor Kowalski null C3 same-email");
        assertThat(people.everything()).isEqualTo(before);
    }

    @Test
    void putsJoinsFirstWhereTheNamesContradict() {
        people.customer("ben", "Ben Lind", "phone:+493012345602", "email:ben@example.org");

        Result result = rehearse(BY_NUMBER_ALONE);

        assertThat(result.joins()).isEqualTo(2);
        assertThat(result.riskiest().get(0).shown()).isEqualTo("x Ben Lind");
    }

    @Test
    void namesNoMoreThanItIsAskedForAndCountsAll() {
        Result result = database.bean(Rehearsal.class).rehearse(BY_ADDRESS_ALONE, 1);

        assertThat(result.joins()).isEqualTo(2);
        assertThat(result.riskiest()).hasSize(1);
        assertThat(result.riskiest().get(0).change()).isEqualTo(Change.JOIN);
    }

    @Test
    void leavesAPersonsWordAlone() {
        people.identify();
        database.jdbc().update("UPDATE link SET status = 'ASSERTED'");

        assertThat(rehearse(MatchRules.NONE)).isEqualTo(new Result(4, 0, 0, 0, List.of()));
    }

    private Result rehearse(MatchRules rules) {
        return database.bean(Rehearsal.class).rehearse(rules, 10);
    }

    private MatchRules shipped() {
        return database.bean(Definitions.class).rules().links();
    }
}
