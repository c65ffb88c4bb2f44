package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.stage.KnownPerson.Novelty;
import dev.tributary.stage.KnownPerson.Sighting;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.Side;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever the order and the chunks in which a person is seen, the same is known of them. */
class KnownPersonOrderTest {

    private static final NaturalKey KEY = NaturalKey.of("participant", "x", "", "7");

    /** What the tables hold of the person. */
    private record Kept(Person latest, Side side, LocalDateTime profileAt, Map<String, Sighting> sightings) {

        List<Object> essence() {
            List<Object> essence = new ArrayList<>();
            essence.add(String.valueOf(latest.name()));
            essence.add(String.valueOf(latest.handle()));
            essence.add(String.valueOf(latest.url()));
            essence.add(side);
            essence.add(profileAt);
            essence.add(sightings);
            return essence;
        }
    }

    @Property(tries = 400)
    void whatIsKnownDoesNotDependOnOrderAndChunks(
            @ForAll("sightings") List<Person> seen, @ForAll Random random, @ForAll Random other) {
        assertThat(afterAll(seen, random).essence())
                .isEqualTo(afterAll(seen, other).essence());
    }

    @Property(tries = 200)
    void beingSeenSoAgainIsNoNews(@ForAll("sightings") List<Person> seen, @ForAll Random random) {
        KnownPerson again = stored(afterAll(seen, random));

        assertThat(seen).allSatisfy(it -> assertThat(again.absorb(it)).isEqualTo(Novelty.NOTHING));
        assertThat(again.isDirty()).isFalse();
        assertThat(again.unwritten()).isEmpty();
    }

    @Provide
    Arbitrary<List<Person>> sightings() {
        return Combinators.combine(
                        Arbitraries.of("Ann", "ann", "Änn", "😀", "\uFFFD").injectNull(0.2),
                        Arbitraries.of("@ann", "@Ann").injectNull(0.3),
                        Arbitraries.of("https://a.example", "https://b.example").injectNull(0.5),
                        Arbitraries.of(Side.class),
                        Arbitraries.of(Grade.class),
                        Arbitraries.of("A@example.org", "a@example.org", " a@EXAMPLE.org", "b@example.org")
                                .list()
                                .ofMaxSize(2),
                        Arbitraries.integers().between(1, 4))
                .as(KnownPersonOrderTest::seen)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static Person seen(
            @Nullable String name,
            @Nullable String handle,
            @Nullable String url,
            Side side,
            Grade grade,
            List<String> emails,
            int hour) {
        List<Identifier> identifiers =
                emails.stream().map(Identifier::email).distinct().toList();
        LocalDateTime at = LocalDateTime.of(2026, 1, 31, hour, 0);
        return new Person(KEY, "x", "", "7", handle, name, url, side, grade, identifiers, at, List.of());
    }

    private static Kept afterAll(List<Person> seen, Random random) {
        List<Person> shuffled = new ArrayList<>(seen);
        Collections.shuffle(shuffled, random);
        Kept kept = null;
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(3));
            KnownPerson person = kept == null ? KnownPerson.unknown(shuffled.get(from)) : stored(kept);
            shuffled.subList(kept == null ? from + 1 : from, to).forEach(person::absorb);
            kept = written(person, kept);
            from = to;
        }
        return kept;
    }

    private static KnownPerson stored(Kept kept) {
        Person latest = kept.latest();
        KnownPerson stored = KnownPerson.stored(
                1,
                new Person(
                        KEY,
                        "x",
                        "",
                        "7",
                        latest.handle(),
                        latest.name(),
                        latest.url(),
                        kept.side(),
                        Grade.CHANNEL,
                        List.of(),
                        kept.profileAt(),
                        List.of()));
        kept.sightings().values().forEach(stored::stored);
        return stored;
    }

    private static Kept written(KnownPerson person, @Nullable Kept before) {
        Map<String, Sighting> sightings = new TreeMap<>(before == null ? Map.of() : before.sightings());
        person.unwritten().forEach(it -> sightings.put(it.identifier().value(), it));
        return person.isDirty() || before == null
                ? new Kept(person.latest(), person.side(), person.profileAt(), sightings)
                : new Kept(before.latest(), before.side(), before.profileAt(), sightings);
    }
}
