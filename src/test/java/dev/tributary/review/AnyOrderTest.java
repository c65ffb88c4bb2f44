package dev.tributary.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.review.InferredMerges.Proposal;
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

/** Decisions in any order, with nights, edits and imports between them, and all of them taken back in any order. */
class AnyOrderTest {

    private enum Deed {
        LINK,
        UNLINK,
        MERGE,
        UNMERGE,
        INFER_MERGE,
        MOVE,
        BACK,
        HELD_RUN_LINKS,
        NIGHT,
        EDIT,
        REIMPORT;

        private boolean isNoDecision() {
            return this == EDIT || this == REIMPORT || this == NIGHT;
        }
    }

    private record Step(Deed deed, long participant, long contact, long other, long message) {

        private void on(Book book) {
            switch (deed) {
                case LINK -> book.links.link(book.participant(participant), book.contact(contact), Book.MIA);
                case UNLINK -> book.links.unlink(book.participant(participant), book.contact(contact), Book.MIA);
                case MERGE -> book.merges.merge(book.contact(contact), book.contact(other), Book.MIA);
                case UNMERGE -> book.merges.unmerge(book.contact(contact), Book.MIA);
                case INFER_MERGE ->
                    book.inferred.infer(
                            List.of(
                                    new Proposal(contact, other, "same-name", "[]"),
                                    new Proposal(other, 1 + message % Book.CONTACTS, "same-name", "[]")),
                            Book.MIA);
                case MOVE -> {
                    if (message != 91) {
                        book.moves.move(message, book.contact(contact), Book.MIA);
                    }
                }
                case BACK -> book.moves.back(message, Book.MIA);
                case HELD_RUN_LINKS -> book.heldRunLinks(participant, contact);
                case NIGHT -> book.night();
                case EDIT -> book.edit(message, "Words " + contact);
                case REIMPORT -> book.reimport(contact, (int) participant);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> messages = Arbitraries.of(Book.MESSAGES);
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.longs().between(1, Book.PARTICIPANTS),
                        Arbitraries.longs().between(1, Book.CONTACTS),
                        Arbitraries.longs().between(1, Book.CONTACTS),
                        messages)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.BOUNDED)
    void allThatWasDecidedCanBeTakenBack(@ForAll("steps") List<Step> steps, @ForAll Random random) {
        takesEverythingBack(new Book(TestDatabase.H2), steps, random);
    }

    @Tag("slow")
    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void allThatWasDecidedCanBeTakenBackOnMySql(@ForAll("steps") List<Step> steps, @ForAll Random random) {
        takesEverythingBack(new Book(TestDatabase.MYSQL), steps, random);
    }

    private static void takesEverythingBack(Book book, List<Step> steps, Random random) {
        Map<String, List<String>> before = book.state();

        steps.forEach(step -> step.on(book));
        if (steps.stream().noneMatch(step -> step.deed() == Deed.EDIT)) {
            Map<String, List<String>> atOnce = book.state();
            book.republishFromScratch();
            assertThat(book.state()).as("what the commands left").isEqualTo(atOnce);
        }
        book.night();
        Map<String, List<String>> decided = book.state();
        book.republishFromScratch();
        assertThat(book.state()).as("what the night left").isEqualTo(decided);

        List<Runnable> back = whatTakesBack(book);
        Collections.shuffle(back, random);
        back.forEach(Runnable::run);
        Map<String, List<String>> restored = book.state();
        if (steps.stream().noneMatch(step -> step.deed() == Deed.EDIT || step.deed() == Deed.REIMPORT)) {
            assertThat(restored).isEqualTo(before);
        }

        Book untouched = new Book(book.database);
        steps.stream().filter(step -> step.deed().isNoDecision()).forEach(step -> step.on(untouched));
        untouched.night();
        assertThat(restored).as("as if nothing had been decided").isEqualTo(untouched.state());
    }

    private static List<Runnable> whatTakesBack(Book book) {
        List<Runnable> back = new ArrayList<>();
        for (long id = 1; id <= Book.PARTICIPANTS; id++) {
            Participant participant = book.participant(id);
            Long linked = book.linkedTo(id);
            if (id <= 5) {
                Contact contact = book.contact(id);
                back.add(() -> book.links.link(participant, contact, Book.MIA));
            } else if (linked != null) {
                Contact contact = book.contact(linked);
                back.add(() -> book.links.unlink(participant, contact, Book.MIA));
            }
        }
        book.merged().forEach(id -> back.add(() -> book.merges.unmerge(book.contact(id), Book.MIA)));
        book.moved().forEach(message -> back.add(() -> book.moves.back(message, Book.MIA)));
        return back;
    }
}
