package dev.tributary.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Definitions;
import dev.tributary.match.Field;
import dev.tributary.match.IdPair;
import dev.tributary.match.MatchRules;
import dev.tributary.match.Profile;
import dev.tributary.match.Vocabulary;
import dev.tributary.resolve.Resolution.Member;
import dev.tributary.resolve.Resolution.Proposal;
import dev.tributary.resolve.Resolution.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

class ResolverTest {

    private static final MatchRules RULES =
            Definitions.rules(Path.of("no-such-home"), null).duplicates();

    private final Vocabulary vocabulary = new Vocabulary("DE");
    private final List<Person> people = new ArrayList<>();

    private void person(String id, Object... fields) {
        Profile.Builder profile = vocabulary.profile();
        for (int i = 0; i < fields.length; i += 2) {
            profile.add((Field) fields[i], (String) fields[i + 1]);
        }
        people.add(new Person(id, profile.build()));
    }

    private Resolution resolved() {
        return resolved(RULES);
    }

    private Resolution resolved(MatchRules rules) {
        return Resolver.resolve(people, vocabulary, rules);
    }

    private static Set<Set<String>> clusters(Resolution resolution) {
        Map<Integer, Set<String>> clusters = new TreeMap<>();
        for (Member member : resolution.members()) {
            clusters.computeIfAbsent(member.cluster(), it -> new TreeSet<>())
                    .add(member.person().id());
        }
        return Set.copyOf(clusters.values());
    }

    private static MatchRules with(Set<IdPair> always, Set<IdPair> never) {
        return new MatchRules(RULES.rules(), always, never, RULES.score());
    }

    @Test
    void annaIsFoundAgainByAddressAndNameAndTheRuleSaysSo() {
        person("a1", Field.GIVEN, "Anna", Field.FAMILY, "Berger", Field.EMAIL, "anna@example.org");
        person("a2", Field.NAME, "Berger, Anna", Field.EMAIL, "ANNA@example.org");
        person("b1", Field.GIVEN, "Ben", Field.FAMILY, "Carter", Field.EMAIL, "ben@example.org");

        Resolution resolution = resolved();

        assertThat(clusters(resolution)).containsExactlyInAnyOrder(Set.of("a1", "a2"), Set.of("b1"));
        assertThat(resolution.members().get(0).rule()).isEqualTo("same-email-and-name");
        assertThat(resolution.members().get(0).confidence()).isBetween(0.0, 1.0);
        assertThat(resolution.members().get(2).rule()).isNull();
        assertThat(resolution.figures().duplicates()).isEqualTo(1);
        assertThat(resolution.figures().clusters()).isEqualTo(1);
    }

    @Test
    void husbandAndWifeWithOneMailboxAreProposedAndNotMerged() {
        person("h", Field.GIVEN, "Ben", Field.FAMILY, "Berger", Field.EMAIL, "bergers@example.org");
        person("w", Field.GIVEN, "Anna", Field.FAMILY, "Berger", Field.EMAIL, "bergers@example.org");

        Resolution resolution = resolved();

        assertThat(clusters(resolution)).containsExactlyInAnyOrder(Set.of("h"), Set.of("w"));
        assertThat(resolution.proposals()).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo("same-email");
            assertThat(it.refused()).isNull();
        });
    }

    /** The one without a given name fits to both: the two must not become one by it. */
    @Test
    void aPersonWithoutAGivenNameJoinsNoTwins() {
        person("anna", home("Anna"));
        person("anna2", home("Anna"));
        person("bea", home("Bea"));
        person("nobody", home(" "));

        Resolution resolution = resolved();

        assertThat(clusters(resolution)).noneMatch(it -> it.contains("bea") && it.contains("anna"));
        assertThat(clusters(resolution)).anyMatch(it -> it.containsAll(Set.of("anna", "anna2")));
    }

    private static Object[] home(String given) {
        return new Object[] {
            Field.GIVEN,
            given,
            Field.FAMILY,
            "Xylander",
            Field.BIRTH,
            "1980-04-03",
            Field.STREET,
            "Hauptstraße 5",
            Field.POSTCODE,
            "10115",
            Field.PHONE,
            "030 23125017",
        };
    }

    @Test
    void twelveCopiesOfOnePersonAreNoClusterOfTwelve() {
        for (int i = 0; i < 12; i++) {
            person("c" + i, Field.NAME, "Anna Berger", Field.EMAIL, "anna@example.org", Field.PHONE, "030 23125017");
        }

        Resolution resolution = resolved();

        assertThat(clusters(resolution)).allMatch(it -> it.size() <= Resolver.LARGEST);
        assertThat(resolution.proposals()).extracting(Proposal::refused).contains(Refusal.TOO_MANY);
    }

    @Test
    void neverBeatsEveryRuleAlsoByAThird() {
        for (String id : List.of("a", "b", "c")) {
            person(id, Field.NAME, "Anna Berger", Field.EMAIL, "anna@example.org");
        }

        Resolution resolution = resolved(with(Set.of(), Set.of(new IdPair("c", "a"))));

        assertThat(clusters(resolution)).noneMatch(it -> it.contains("a") && it.contains("c"));
        assertThat(clusters(resolution)).hasSize(2);
    }

    @Test
    void alwaysJoinsWhatHasNothingInCommon() {
        person("a", Field.NAME, "Anna Berger");
        person("b", Field.EMAIL, "ben@example.org");

        Resolution resolution = resolved(with(Set.of(new IdPair("a", "b")), Set.of()));

        assertThat(clusters(resolution)).containsExactly(Set.of("a", "b"));
        assertThat(resolution.members().get(0).rule()).isEqualTo(Resolver.ALWAYS);
    }

    @Test
    void ofNobodyNothingIsFound() {
        assertThat(resolved().members()).isEmpty();
        person("alone", Field.NAME, "Anna Berger");
        assertThat(resolved().proposals()).isEmpty();
    }

    @Property(tries = 1000)
    void theOrderOfTheRowsChangesNothing(@ForAll Random random) {
        assertThatOrderChangesNothing(40, random);
    }

    @Tag("slow")
    @Property(tries = 5)
    void norInALongerList(@ForAll Random random) {
        assertThatOrderChangesNothing(3_000, random);
    }

    private static void assertThatOrderChangesNothing(int rows, Random random) {
        long seed = random.nextLong();
        Resolution one = family(rows, seed, random);
        Resolution other = family(rows, seed, random);

        assertThat(clusters(one)).isEqualTo(clusters(other));
        assertThat(one.proposals().stream().map(ResolverTest::shown).toList())
                .isEqualTo(other.proposals().stream().map(ResolverTest::shown).toList());
        assertThat(one.members().stream().map(Member::confidence).toList())
                .isEqualTo(other.members().stream().map(Member::confidence).toList());
    }

    private static String shown(Proposal proposal) {
        return proposal.one().id() + " " + proposal.other().id() + " " + proposal.confidence() + " " + proposal.rule()
                + " " + proposal.refused();
    }

    /** People with few names, homes and numbers, so that much is alike; the same people for a seed, in another order. */
    private static Resolution family(int rows, long seed, Random order) {
        Random random = new Random(seed);
        Vocabulary vocabulary = new Vocabulary("DE");
        int homes = 3 + rows / 8;
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int home = random.nextInt(homes);
            Profile.Builder profile = vocabulary
                    .profile()
                    .add(Field.GIVEN, of(random, "Anna", "Ana", "Ben", "Benjamin", "Clara", ""))
                    .add(Field.FAMILY, of(random, "Berger", "Bergr", "Carter") + home % 7)
                    .add(Field.STREET, "Hauptstraße " + home)
                    .add(Field.PHONE, random.nextInt(3) == 0 ? "" : "030 2312" + (1000 + home))
                    .add(Field.EMAIL, random.nextInt(3) == 0 ? "" : "family" + home % 11 + "@example.org")
                    .add(Field.BIRTH, of(random, "", "1980-04-03", "1981-05-04"));
            people.add(new Person("p" + i, profile.build()));
        }
        Collections.shuffle(people, order);
        return Resolver.resolve(people, vocabulary, RULES);
    }

    private static String of(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    @Test
    void aRecordWithoutABirthdayJoinsNoFatherWithHisSon() {
        for (String[] it : new String[][] {{"father", "1959-01-20"}, {"son", "1990-10-02"}, {"one of them", ""}}) {
            person(
                    it[0],
                    Field.GIVEN,
                    "Jonathan",
                    Field.FAMILY,
                    "Thalheimer",
                    Field.STREET,
                    "Hauptstr. 65",
                    Field.POSTCODE,
                    "10115",
                    Field.PHONE,
                    "+493012345601",
                    Field.BIRTH,
                    it[1]);
        }

        assertThat(clusters(resolved())).noneMatch(it -> it.contains("father") && it.contains("son"));
    }

    @Test
    void oneAddressWithOneNumberIsOnePersonInWhateverScriptTheNameIs() {
        person("here", Field.NAME, "王芳", Field.EMAIL, "fang@example.org", Field.PHONE, "+8613012345678");
        person("there", Field.NAME, "Fang Wang", Field.EMAIL, "fang@example.org", Field.PHONE, "+8613012345678");
        person("husband", Field.NAME, "Wei Wang", Field.PHONE, "+8613012345678");

        assertThat(clusters(resolved())).contains(Set.of("here", "there"), Set.of("husband"));
    }
}
