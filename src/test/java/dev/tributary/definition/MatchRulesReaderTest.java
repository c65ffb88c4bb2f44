package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.match.Agreement;
import dev.tributary.match.Field;
import dev.tributary.match.IdPair;
import dev.tributary.match.MatchOutcome;
import dev.tributary.match.MatchRules;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchRulesReaderTest {

    private static final String FILE = "mappings/identity/match-rules.yaml";

    @TempDir
    private Path folder;

    @Test
    void readsRulesExceptionsListsAndWeights() {
        RuleBook book = HomeFolder.at(folder).with(FILE, """
                        links:
                          rules:
                            - rule: same-email
                              when: { email: SAME }
                              unless: { given: DIFFERENT, family: DIFFERENT }
                              then: MATCH
                          never: [ ["x/@acme:17", c-4] ]
                        duplicates:
                          rules:
                            - rule: same-name-and-birth
                              when: { name: CLOSE, birth: SAME }
                              unless: [ { number: DIFFERENT }, { email: [DIFFERENT, UNKNOWN] } ]
                              then: MATCH
                              automatic: true
                          always:
                            - [c-1, c-2]
                          score: { decides: true, match: 0.9999, review: 0.5, unless: { birth: DIFFERENT } }
                        weights:
                          prior: 0.001
                          family: { m: [0.9, 0.04, 0.03, 0.03], u: [0.01, 0.01, 0.01, 0.97], termFrequency: true }
                        """).load().rules();

        MatchRules duplicates = book.duplicates();
        assertThat(book.links().never()).containsExactly(new IdPair("x/@acme:17", "c-4"));
        assertThat(book.links().rules().get(0).unless()).hasSize(1);
        assertThat(duplicates.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("same-name-and-birth");
            assertThat(rule.then()).isEqualTo(MatchOutcome.MATCH);
            assertThat(rule.automatic()).isTrue();
            assertThat(rule.when().get(0).allowed()).containsExactlyInAnyOrder(Agreement.SAME, Agreement.CLOSE);
            assertThat(rule.unless()).hasSize(2);
        });
        assertThat(duplicates.always()).containsExactly(new IdPair("c-1", "c-2"));
        assertThat(duplicates.score().match()).isEqualTo(0.9999);
        assertThat(duplicates.score().weights().fields()).containsOnlyKeys(Field.FAMILY);
        assertThat(duplicates.score().weights().prior()).isEqualTo(0.001);
    }

    @Test
    void saysOfEachMistakeWhereItIsAndHowToMendIt() {
        HomeFolder home = HomeFolder.at(folder).with(FILE, """
                        links:
                          rules:
                            - rule: same-email
                              when: { emal: SAME }
                              then: MATCH
                            - rule: same-phone
                              when: { phone: EQUAL }
                              then: PERHAPS
                            - rule: same-phone
                              when: { phone: SAME }
                              then: POSSIBLE_MATCH
                              automatic: true
                        duplicates:
                          never: [ [one] ]
                          score: { decides: maybe, match: 7 }
                        weights:
                          family: { m: [0.9, 0.1], u: [0.01, 0.01, 0.01, 0.97] }
                        """);

        assertThat(home.problems())
                .containsExactly(
                        FILE + ":17: weights.family.m: is no four probabilities above 0 that sum to 1; write m:"
                                + " [0.9, 0.04, 0.03, 0.03], for SAME, CLOSE, SIMILAR and DIFFERENT",
                        FILE + ":4: links.rules.when.emal: is no field; did you mean 'email'? use one of birth, city,"
                                + " company, email, family, given, handle, id, name, number, phone, postcode, street",
                        FILE
                                + ":7: links.rules.when.phone: 'EQUAL' is no level of agreement; use SAME, CLOSE or SIMILAR"
                                + " for that much or more, DIFFERENT, UNKNOWN, or a list of these",
                        FILE + ":8: links.rules.then: 'PERHAPS' is not known; use one of MATCH, POSSIBLE_MATCH",
                        FILE + ":12: links.rules.automatic: cannot be, where a person decides; leave it out, or write"
                                + " then: MATCH",
                        FILE + ":9: links.rules.rule: 'same-phone' is the name of two rules; give each its own name",
                        FILE + ":14: duplicates.never: holds 1 ids where two belong together; write - [one, other]",
                        FILE + ":15: duplicates.score.decides: 'maybe' cannot be used; use true or false",
                        FILE + ":15: duplicates.score.match: '7' cannot be used; use a number from 0.5 to 1.0");
    }

    @Test
    void aHomeWithoutTheFileHasTheShippedRules() {
        RuleBook shipped = HomeFolder.at(folder).load().rules();

        assertThat(shipped.links().rules()).extracting(it -> it.name()).contains("same-email", "same-phone");
        assertThat(shipped.duplicates().rules()).isNotEmpty();
        assertThat(shipped.duplicates().score().weights().fields()).containsKeys(Field.values());
        assertThat(Definitions.rules(folder, null)).isEqualTo(shipped);
    }

    @Test
    void anotherFileStandsInWhereItIsNamed() {
        HomeFolder home = HomeFolder.at(folder).with("mine.yaml", "duplicates: {}\n");

        RuleBook mine = Definitions.rules(home.path(), folder.resolve("mine.yaml"));

        assertThat(mine.duplicates()).isEqualTo(MatchRules.NONE);
        Assertions.assertThatExceptionOfType(InvalidDefinitions.class)
                .isThrownBy(() -> Definitions.rules(
                        home.with("mine.yaml", "duplicate: {}\n").path(), folder.resolve("mine.yaml")))
                .withMessageContaining(
                        "mine.yaml:1: duplicate: is no key that is known here; did you mean 'duplicates'?");
    }
}
