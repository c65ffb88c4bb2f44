package dev.tributary.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlocksTest {

    private final List<Person> people = new ArrayList<>();

    private void person(Field field, String value, Field other, String otherValue) {
        Profile profile =
                Profile.builder("DE").add(field, value).add(other, otherValue).build();
        people.add(new Person("p" + people.size(), profile));
    }

    private List<Set<Integer>> pairs(int parts) {
        Blocks blocks = Blocks.of(people);
        List<Set<Integer>> pairs = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            blocks.pairs(
                    (int) ((long) blocks.size() * part / parts),
                    (int) ((long) blocks.size() * (part + 1) / parts),
                    (one, other, kind) -> pairs.add(Set.of(one, other)));
        }
        return pairs;
    }

    @Test
    void peopleMeetOnceHoweverMuchTheyShare() {
        for (int i = 0; i < 10; i++) {
            person(Field.EMAIL, "anna@example.org", Field.NAME, "Anna Berger");
        }
        person(Field.EMAIL, "ben@example.org", Field.NAME, "Ben Carter");

        assertThat(pairs(1)).hasSize(45).doesNotHaveDuplicates();
        for (int parts : new int[] {2, 3, 7, 100}) {
            assertThat(pairs(parts)).hasSize(45).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoSharesNothingIsNotCompared() {
        for (int i = 0; i < 500; i++) {
            person(Field.EMAIL, "p" + i + "@example.org", Field.POSTCODE, "10115");
        }

        assertThat(pairs(4)).isEmpty();
    }

    @Test
    void aSwitchboardOfHundredsIsSplitByTheirNames() {
        for (int i = 0; i < 400; i++) {
            person(
                    Field.PHONE,
                    "030 23125017",
                    Field.NAME,
                    "Anna " + (char) ('A' + i / 20) + (char) ('a' + i % 20) + "ler");
        }
        int before = people.size();
        person(Field.PHONE, "030 23125017", Field.NAME, "Anna Ccler");

        assertThat(new HashSet<>(pairs(3))).contains(Set.of(before, 42));
        assertThat(pairs(1).size()).isLessThan(400 * Blocks.MOST / 2);
        assertThat(Blocks.of(people).leftOut()).isZero();
    }

    @Test
    void whatCannotBeSplitIsLeftOutAndCounted() {
        for (int i = 0; i < 100; i++) {
            person(Field.EMAIL, "info@example.org", Field.CITY, "Berlin");
        }

        assertThat(Blocks.of(people).leftOut()).isEqualTo(1);
        assertThat(pairs(1)).isEmpty();
    }
}
