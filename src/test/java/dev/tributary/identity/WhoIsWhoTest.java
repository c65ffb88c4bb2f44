package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.SharedIdentifiers;
import dev.tributary.match.IdPair;
import dev.tributary.match.MatchRules;
import dev.tributary.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, other spellings, lists and caps, from the tables to the decision. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WhoIsWhoTest {

    @Parameter
    TestDatabase database;

    private PeopleInTables people;

    @BeforeEach
    void nobodyYet() {
        people = new PeopleInTables(database);
    }

    @Test
    void asksWhereTheNamesContradictTheAddressOrTheNumber() {
        people.person("C1", "Anna Berg", "email:anna@example.org", "phone:+493012345601", "handle:x:anna", "id:x:7")
                .customer("by address", "Viktor Kowalski", "email:anna@example.org")
                .customer("by number", "Ben Berg", "phone:+493012345601")
                .customer("by handle", "Viktor Kowalski", "handle:x:anna")
                .customer("by id", "Viktor Kowalski", "id:x:7")
                .identify();

        assertThat(people.whoIsWho())
                .containsExactly(
                        "by address REVIEW EXCEPTION C1",
                        "by handle is C1 by same-handle",
                        "by id is C1 by same-id",
                        "by number REVIEW EXCEPTION C1");
    }

    @Test
    void takesNoNicknameNorOtherWritingForAContradiction() {
        people.person("C1", "Robert Berg", "email:robert@example.org")
                .person("C2", "Kenji Tanaka", "email:kenji@example.org")
                .person("C3", "Fang Wang", "email:fang@example.org")
                .person("C4", "Anna Berg", "email:anna@example.org")
                .person("C5", "José García López", "email:jose@example.org")
                .person("C6", "Jürgen Groß", "email:juergen@example.org")
                .company("C7", "Nordlicht GmbH", "email:nordlicht@example.org")
                .customer("01", "Bob Berg", "email:robert@example.org")
                .customer("02", "田中健二", "email:kenji@example.org")
                .customer("03", "Wang Fang", "email:fang@example.org")
                .customer("04", "A. Berg", "email:anna@example.org")
                .customer("05", "Jose Garcia", "email:jose@example.org")
                .customer("06", "Juergen Gross", "email:juergen@example.org")
                .customer("07", "Petra Vogt", "email:nordlicht@example.org")
                .identify();

        assertThat(people.whoIsWho())
                .containsExactly(
                        "01 is C1 by same-email",
                        "02 is C2 by same-email",
                        "03 is C3 by same-email",
                        "04 is C4 by same-email",
                        "05 is C5 by same-email",
                        "06 is C6 by same-email",
                        "07 is C7 by same-email");
    }

    @Test
    void takesNoDisplayNameForAName() {
        people.person("C1", "Anna Berg", "email:coco.chanel@example.org", "handle:x:coco")
                .customer("1", "ACME Fan 77", "email:coco.chanel@example.org")
                .identify();
        assertThat(people.whoIsWho()).containsExactly("1 is C1 by same-email");

        nobodyYet();
        people.person("C1", "Anna Berg", "email:coco.chanel@example.org")
                .customer("1", "coco.chanel", "email:coco.chanel@example.org")
                .identify();
        assertThat(people.whoIsWho()).containsExactly("1 is C1 by same-email");

        nobodyYet();
        people.person("C1", "Anna Berg", "email:coco.chanel@example.org")
                .customer("1", "Trail Anna", "email:coco.chanel@example.org")
                .identify();
        assertThat(people.whoIsWho()).containsExactly("1 is C1 by same-email");
    }

    @Test
    void asksAboutTwoWhoShareALandlineAndNamesTheOneWhoseNameAgrees() {
        people.person("C1", "Anna Berg", "phone:+493012345601")
                .person("C2", "Ben Berg", "phone:+493012345601")
                .customer("1", "Anna Berg", "phone:+493012345601")
                .identify();

        assertThat(people.whoIsWho()).containsExactly("1 REVIEW AMBIGUOUS_IDENTIFIER C1 C2");
        assertThat(database.rows("SELECT c.external_id, k.rule FROM review_candidate k JOIN crm_contact c"
                        + " ON c.id = k.contact_id ORDER BY c.external_id"))
                .hasToString("[{external_id=C1, rule=shared-phone-and-name}, {external_id=C2, rule=same-phone}]");
    }

    @Test
    void asksWhereAnAddressOrNumberMayBeAnotherSpelling() {
        people.person("C1", "Anna Berg", "email:anna.berg@gmail.com")
                .person("C2", "Bela Lux", "phone:+5511961234567")
                .person("C3", "Cora Lang", "phone?:030 12345601")
                .person("C4", "Dora Blum", "phone:+4989123456")
                .person("C5", "Emil Ort", "phone:+43123456789")
                .customer("1", null, "email:annaberg+news@googlemail.com")
                .customer("2", null, "phone:+551161234567")
                .customer("3", null, "phone:+493012345601")
                .customer("4", null, "phone?:089 123456")
                .customer("5", null, "phone:+49123456789")
                .customer("6", "Viktor Kowalski", "email:a.nnaberg@gmail.com")
                .identify();

        assertThat(people.whoIsWho())
                .containsExactly(
                        "1 REVIEW SIMILAR_IDENTIFIER C1",
                        "2 REVIEW SIMILAR_IDENTIFIER C2",
                        "3 REVIEW SIMILAR_IDENTIFIER C3",
                        "4 REVIEW SIMILAR_IDENTIFIER C4",
                        "5 UNMATCHED NOT_IN_CRM",
                        "6 UNMATCHED NOT_IN_CRM");
    }

    @Test
    void theVeryAddressGoesBeforeAnotherSpelling() {
        people.person("C1", "Anna Berg", "email:anna@example.org")
                .person("C2", "Anna Bergmann", "email:anna+shop@example.org")
                .customer("1", null, "email:anna@example.org")
                .customer("2", null, "email:anna+shop@example.org")
                .customer("3", null, "email:anna+news@example.org")
                .identify();

        assertThat(people.whoIsWho())
                .containsExactly("1 is C1 by same-email", "2 is C2 by same-email", "3 REVIEW SIMILAR_IDENTIFIER C1 C2");
    }

    @Test
    void asksWhereMoreThanTheirOwnWordSpeaksForAContactAndNeverLinksByIt() {
        people.person("C1", "Anna Berg", "email:anna@example.org")
                .claimant("1", "Anna Berg", "email:anna@example.org")
                .claimant("2", null, "email:anna@example.org")
                .claimant("3", "Viktor Kowalski", "email:anna@example.org")
                .identify();

        assertThat(people.whoIsWho())
                .containsExactly("1 REVIEW ONLY_DECLARED C1", "2 UNMATCHED ONLY_DECLARED", "3 UNMATCHED ONLY_DECLARED");
    }

    @Test
    void leavesAllNewcomersOfAFullContactToAPerson() {
        people.person("C1", "Anna Berg", "email:anna@example.org").person("C2", "Ben Roth", "email:ben@example.org");
        for (int number = 10; number < 20; number++) {
            people.customer(String.valueOf(number), null, "email:anna@example.org");
        }
        people.identify();
        assertThat(people.whoIsWho()).hasSize(10).allMatch(it -> it.endsWith("is C1 by same-email"));

        people.customer("20", null, "email:anna@example.org")
                .customer("21", null, "email:anna@example.org")
                .customer("30", null, "email:ben@example.org")
                .identify();
        List<String> before = people.everything();
        people.identify();

        assertThat(people.whoIsWho())
                .hasSize(13)
                .contains("10 is C1 by same-email", "20 REVIEW CAP C1", "21 REVIEW CAP C1", "30 is C2 by same-email");
        assertThat(people.everything()).isEqualTo(before);
    }

    @Test
    void leavesElevenWhoComeAtOnceToAPerson() {
        people.person("C1", "Anna Berg", "email:anna@example.org");
        for (int number = 10; number < 21; number++) {
            people.customer(String.valueOf(number), null, "email:anna@example.org");
        }
        people.identify();

        assertThat(people.whoIsWho()).hasSize(11).allMatch(it -> it.endsWith("REVIEW CAP C1"));
        assertThat(database.rows("SELECT id FROM link")).isEmpty();
    }

    @Test
    void heedsTheListsOfTheFileBeforeAnyRule() {
        people.person("C1", "Anna Berg", "email:anna@example.org", "email:family@example.org")
                .person("C2", "Ben Berg", "email:ben@example.org", "email:family@example.org")
                .customer("1", null, "email:anna@example.org")
                .customer("2", null, "email:ben@example.org")
                .customer("3", null, "email:stranger@example.org")
                .customer("4", null, "email:family@example.org")
                .claimant("5", null, "email:stranger@example.org");
        MatchRules shipped = shipped().rules().links();
        people.decide(matcher(
                shipped,
                Set.of(new IdPair("stranger@EXAMPLE.org", "C2"), new IdPair("x:4", "C1")),
                Set.of(new IdPair("x:1", "C1"), new IdPair("ben@example.org", "C1"), new IdPair("x:4", "C1"))));

        assertThat(people.whoIsWho())
                .containsExactly(
                        "1 UNMATCHED NEVER_MATCH",
                        "2 is C2 by same-email",
                        "3 is C2 by always-match",
                        "4 REVIEW AMBIGUOUS_IDENTIFIER C2",
                        "5 UNMATCHED NOT_IN_CRM");
        assertThat(database.rows("SELECT status, actor FROM link WHERE rule = 'always-match'"))
                .hasToString("[{status=ASSERTED, actor=match-rules.yaml}]");
    }

    @Test
    void aPairThatIsTakenOffTheListIsWeighedLikeAnyOther() {
        people.person("C1", "Anna Berg").customer("1", null, "email:stranger@example.org");
        MatchRules shipped = shipped().rules().links();
        people.decide(matcher(shipped, Set.of(new IdPair("x:1", "C1")), Set.of()));
        assertThat(people.whoIsWho()).containsExactly("1 is C1 by always-match");
        people.decide(matcher(shipped, Set.of(), Set.of()));

        assertThat(people.whoIsWho()).containsExactly("1 REVIEW EVIDENCE_GONE");
    }

    @Test
    void linksBySharedNumberAndNameWhereTheFileSaysSo() {
        people.person("C1", "Anna Berg", "phone:+493012345601")
                .person("C2", "Ben Berg", "phone:+493012345601")
                .person("C3", "Anna Lang", "phone:+493012345602")
                .person("C4", "Anna Lang", "phone:+493012345602")
                .customer("1", "Anna Berg", "phone:+493012345601")
                .customer("2", "Cora Berg", "phone:+493012345601")
                .customer("3", "Anna Lang", "phone:+493012345602")
                .claimant("4", "Anna Berg", "phone:+493012345601");
        people.decide(matcher(rules("""
                links:
                  rules:
                    - rule: shared-phone-and-name
                      when: { phone: SAME, name: CLOSE }
                      then: MATCH
                """), Set.of(), Set.of()));

        assertThat(people.whoIsWho())
                .containsExactly(
                        "1 is C1 by shared-phone-and-name",
                        "2 REVIEW AMBIGUOUS_IDENTIFIER C1 C2",
                        "3 REVIEW AMBIGUOUS_IDENTIFIER C3 C4",
                        "4 REVIEW ONLY_DECLARED C1 C2");
    }

    @Test
    void takesNoIdentifierForEvidenceThatNoRuleAsksFor() {
        people.person("C1", "Anna Berg", "email:anna@example.org")
                .person("C2", "Ben Roth", "handle:x:anna", "phone:+493012345601")
                .customer("1", null, "email:anna@example.org", "handle:x:anna")
                .customer("2", null, "handle:x:anna")
                .customer("3", null, "phone:+493012345601");
        people.decide(matcher(rules("""
                links:
                  rules:
                    - rule: same-email
                      when: { email: SAME }
                      then: MATCH
                    - rule: phone-and-name
                      when: { phone: SAME, name: CLOSE }
                      then: MATCH
                """), Set.of(), Set.of()));

        assertThat(people.whoIsWho())
                .containsExactly("1 is C1 by same-email", "2 UNMATCHED NO_RULE", "3 UNMATCHED NO_RULE");
    }

    @Test
    void takesMergedContactsForOneAndLinksToTheOneThatCarriesTheAddress() {
        people.person("C1", "Anna Berg", "email:anna@example.org", "phone:+493012345601")
                .person("C2", "Anna Berg", "email:anna@work.example", "phone:+493012345601")
                .customer("1", null, "email:anna@work.example")
                .customer("2", null, "phone:+493012345601")
                .customer("3", null, "email:anna@example.org", "email:anna@work.example")
                .customer("4", null, "email:anna@work.example");
        database.jdbc().update("UPDATE crm_contact SET survivor_id = ? WHERE external_id = 'C2'", people.idOf("C1"));
        people.identify();

        assertThat(people.whoIsWho())
                .containsExactly(
                        "1 is C2 by same-email",
                        "2 is C1 by same-phone",
                        "3 is C1 by same-email",
                        "4 is C2 by same-email");
        List<String> before = people.everything();
        people.identify();
        assertThat(people.everything()).isEqualTo(before);

        database.jdbc().update("UPDATE crm_contact SET survivor_id = NULL");
        people.identify();
        assertThat(people.whoIsWho())
                .containsExactly(
                        "1 is C2 by same-email",
                        "2 REVIEW AMBIGUOUS_IDENTIFIER C1 C2",
                        "3 REVIEW CONFLICTING_IDENTIFIERS C1 C2",
                        "4 is C2 by same-email");
    }

    @Test
    void heedsWhatAPersonSaidWhenTheyTookSomebodyOffAContact() {
        people.person("C1", "Anna Berg", "email:anna@example.org", "phone:+493012345601")
                .person("C2", "Anna Berg", "email:anna@example.org")
                .person("C3", "Ben Roth", "email:ben@example.org")
                .customer("1", null, "phone:+493012345601")
                .customer("2", null, "email:ben@example.org")
                .customer("3", null, "email:ben@example.org");
        database.jdbc().update("""
                INSERT INTO never_match (participant_id, contact_id, active, actor, decided_at)
                SELECT p.id, c.id, CASE WHEN p.native_id = '3' THEN FALSE ELSE TRUE END, 'steward', '2026-01-01 00:00:00'
                FROM participant p JOIN crm_contact c ON (p.native_id = '1' AND c.external_id = 'C2')
                  OR (p.native_id <> '1' AND c.external_id = 'C3')""");
        database.jdbc().update("UPDATE crm_contact SET survivor_id = ? WHERE external_id = 'C2'", people.idOf("C1"));
        people.identify();

        assertThat(people.whoIsWho())
                .containsExactly("1 UNMATCHED NEVER_MATCH", "2 UNMATCHED NEVER_MATCH", "3 is C3 by same-email");
    }

    @Test
    void explainsEveryRuleForEachContact() {
        people.person("C1", "Anna Berg", "phone:+493012345601").customer("1", "Viktor Kowalski", "phone:+493012345601");
        List<Explanation> explained = new ArrayList<>();
        Matcher matcher = database.bean(Matching.class).matcher();
        CandidateReader.ofAll(database.bean(DataSource.class)).forEach(it -> explained.addAll(matcher.explain(it)));

        assertThat(explained).hasSize(1);
        Explanation ofAnna = explained.get(0);
        assertThat(ofAnna.contact()).isEqualTo(people.idOf("C1"));
        assertThat(ofAnna.verdict()).hasToString("Verdict[fit=STOPPED, rule=same-phone]");
        assertThat(ofAnna.rules())
                .extracting(it -> it.rule().name() + ": " + it.own())
                .contains(
                        "same-id: Fails[conditions=[id: SAME]]",
                        "same-phone: Stopped[exception=[given: DIFFERENT]]",
                        "shared-phone-and-name: Fails[conditions=[name: SAME or CLOSE]]");
    }

    @Test
    void letsTheScoreDecideWhereTheFileDoesAndOnlyWhereOneContactIsClear() {
        people.person("C1", "Anna Berg", "phone:+493012345601")
                .person("C2", "Ben Berg", "phone:+493012345601")
                .person("C3", "Eva Lang", "email:eva@example.org")
                .customer("anna", "Anna Berg", "phone:+493012345601")
                .customer("a berg", "Berg", "phone:+493012345601")
                .claimant("eva", "Eva Lang", "email:eva@example.org");

        people.decide(matcher(byScore(false), Set.of(), Set.of()));
        assertThat(people.whoIsWho())
                .containsExactly(
                        "a berg REVIEW AMBIGUOUS_IDENTIFIER C1 C2",
                        "anna REVIEW AMBIGUOUS_IDENTIFIER C1 C2",
                        "eva UNMATCHED ONLY_DECLARED");

        people.decide(matcher(byScore(true), Set.of(), Set.of()));
        assertThat(people.whoIsWho())
                .containsExactly(
                        "a berg REVIEW AMBIGUOUS_IDENTIFIER C1 C2",
                        "anna is C1 by score",
                        "eva UNMATCHED ONLY_DECLARED");
    }

    @Test
    void putsTheLikeliestCaseFirst() {
        people.person("C1", "Anna Berg", "phone:+493012345601")
                .person("C2", "Ben Berg", "phone:+493012345601")
                .customer("no name", null, "phone:+493012345601")
                .customer("anna", "Anna Berg", "phone:+493012345601")
                .identify();

        List<Double> likelihoods = database.jdbc()
                .queryForList(
                        "SELECT r.likelihood FROM review_case r JOIN participant p ON p.id = r.participant_id"
                                + " ORDER BY p.native_id",
                        Double.class);
        assertThat(likelihoods).hasSize(2);
        assertThat(likelihoods.get(0)).isBetween(0.99, 1.0);
        assertThat(likelihoods.get(1)).isBetween(0.499, 0.5);
    }

    private static MatchRules byScore(boolean decides) {
        return rules("""
                links:
                  rules:
                    - rule: same-phone
                      when: { phone: SAME }
                      unless: { given: DIFFERENT }
                      then: MATCH
                  score:
                    decides: %s
                    match: 0.999
                    review: 0.9
                    unless: { given: DIFFERENT }
                weights:
                  phone:  { m: [0.55, 0.05, 0.05, 0.35], u: [0.00002, 0.00002, 0.0002, 0.99976] }
                  given:  { m: [0.78, 0.07, 0.09, 0.06], u: [0.01, 0.01, 0.01, 0.97] }
                  family: { m: [0.86, 0.06, 0.03, 0.05], u: [0.003, 0.002, 0.003, 0.992] }
                """.formatted(decides));
    }

    private Definitions shipped() {
        return database.bean(Definitions.class);
    }

    private static MatchRules rules(String yaml) {
        return RulesFile.of(yaml).links();
    }

    private Matcher matcher(MatchRules rules, Set<IdPair> always, Set<IdPair> never) {
        SharedIdentifiers shared = shipped().shared();
        return new Matcher(
                rules,
                new Guards(shared.blocked(), shared.contacts()),
                PairLists.of(always, never, new ContactIds(database.jdbc())),
                Set.of(),
                Answered.NOTHING);
    }
}
