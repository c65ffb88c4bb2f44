package dev.tributary.casework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.SharedKind;
import dev.tributary.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/** Whatever two stewards decide in whatever order, taking all of it back in whatever order brings back what was before. */
class AnyVerdictsTest {

    private static final List<String> PEOPLE = List.of("ann", "who", "viktor", "moved", "gone", "asks");

    private record Deed(
            String who,
            Answer answer,
            @Nullable String contact,
            @Nullable SharedKind kind,
            boolean some,
            String actor) {

        private void on(CaseBook book, List<Long> verdicts) {
            Case shown = book.of(who);
            List<IdentifierKey> shared = new ArrayList<>(shown.restsOn());
            if (some && shared.size() > 1) {
                shared.remove(0);
            }
            CaseAnswer given = new CaseAnswer(shown.id(), shown.stamp(), answer, contact, shared, kind, "deed");
            Outcome outcome = book.verdicts.decide(given, actor);
            if (outcome.status() == Outcome.Status.APPLIED) {
                verdicts.add(outcome.verdict());
            }
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.of(Answer.class),
                        Arbitraries.of("C1", "C2", "C3").injectNull(0.4),
                        Arbitraries.of(SharedKind.HOUSEHOLD, SharedKind.COMPANY_LINE)
                                .injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of("mia", "tom"))
                .as(Deed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void areTakenBackExactly(@ForAll("deeds") List<Deed> deeds, @ForAll Random random) {
        takenBack(TestDatabase.H2, deeds, random);
    }

    @Tag("slow")
    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void areTakenBackExactlyOnMySql(@ForAll("deeds") List<Deed> deeds, @ForAll Random random) {
        takenBack(TestDatabase.MYSQL, deeds, random);
    }

    private static void takenBack(TestDatabase database, List<Deed> deeds, Random random) {
        CaseBook book = new CaseBook(database);
        book.people
                .person("C1", "Anna Berg", "phone:+493012345601", "email:anna@example.org")
                .person("C2", "Ben Frost", "phone:+493012345601", "email:moved@example.org")
                .person("C3", "Carla Diaz", "email:carla@example.org", "email:gone@example.org")
                .customer("ann", "Anna Berg", "phone:+493012345601", "email:carla@example.org")
                .customer("who", null, "phone:+493012345601")
                .customer("viktor", "Viktor Kowalski", "email:carla@example.org")
                .customer("moved", "Ben Frost", "email:moved@example.org")
                .customer("gone", "Carla Diaz", "email:gone@example.org")
                .person("C4", "Dora Lind", "phone:+493012345604", "email:dora@example.org")
                .person("C5", "Eva Roth", "email:eva@example.org")
                .customer("asks", null, "phone:+493012345604", "email:eva@example.org")
                .customer("rests", null, "phone:+493012345604")
                .customer("rests-too", null, "phone:+493012345604");
        book.wrote("ann", "one")
                .wrote("moved", "two")
                .wrote("gone", "three")
                .wrote("rests", "four")
                .night();
        book.people
                .carriesNoMore("C2", "email:moved@example.org")
                .carries("C1", "email:moved@example.org")
                .carriesNoMore("C3", "email:gone@example.org");
        book.night();
        assertThat(book.linked("rests")).isEqualTo("C4 INFERRED");
        Map<String, List<String>> before = book.state();

        List<Long> verdicts = new ArrayList<>();
        deeds.forEach(it -> it.on(book, verdicts));
        Collections.shuffle(verdicts, random);
        while (!verdicts.isEmpty()) {
            assertThat(verdicts.removeIf(it -> book.verdicts.undo(it, "eve").done()))
                    .as("one of them can be taken back")
                    .isTrue();
        }

        assertThat(book.state()).isEqualTo(before);
    }
}
