package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.casework.Answer;
import dev.tributary.casework.CaseAnswer;
import dev.tributary.casework.OpenCases;
import dev.tributary.casework.Outcome;
import dev.tributary.casework.QueueFilter;
import dev.tributary.casework.Verdicts;
import dev.tributary.identity.PeopleInTables;
import dev.tributary.identity.SharedIdentifierRegistry;
import dev.tributary.identity.SharedIdentifierRegistry.Claim;
import dev.tributary.identity.SharedIdentifierRegistry.RestingLink;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.SharedKind;
import dev.tributary.review.By;
import dev.tributary.review.Contact;
import dev.tributary.review.InferredMerges;
import dev.tributary.review.Links;
import dev.tributary.review.Merges;
import dev.tributary.review.Participant;
import dev.tributary.review.Register;
import dev.tributary.review.Unusable;
import dev.tributary.stage.PeopleWhoShow;
import dev.tributary.testing.TestDatabase;
import dev.tributary.timeline.Nights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the CRM, the channels, stewards and rules say in whatever order: after a night that decides upon those who are due, deciding
 * upon everybody would change nothing.
 */
class NewsOfPeopleTest {

    private static final By MIA = new By("mia", "I know them");

    private static final List<Identifier> VALUES = List.of(
            Identifier.email("ann@gmail.com"),
            Identifier.email("ann+shop@gmail.com"),
            Identifier.email("info@acme.example"),
            Identifier.email("bo@example.org"),
            Identifier.phone("+12025550143", null),
            Identifier.phone("+5511987654321", null),
            Identifier.phone("+551187654321", null),
            Identifier.phone("2025550143", null),
            Identifier.handle("x", "@ann"));

    /** Values of one kind each, of which some may be others written otherwise. */
    private static final List<List<Identifier>> SPELLINGS = List.of(
            List.of(
                    Identifier.email("bo@example.org"),
                    Identifier.email("bo+news@example.org"),
                    Identifier.email("bo+shop@example.org"),
                    Identifier.email("ann@gmail.com"),
                    Identifier.email("a.nn@googlemail.com")),
            List.of(
                    Identifier.phone("+5511987654321", null),
                    Identifier.phone("+551187654321", null),
                    Identifier.phone("(11) 98765-4321", null),
                    Identifier.phone("+5511987654321 ext. 12", null)),
            List.of(
                    Identifier.phone("+390612345678", null),
                    Identifier.phone("06 12345678", null),
                    Identifier.phone("612345678", null),
                    Identifier.phone("+34612345678", null),
                    Identifier.phone("+33612345678", null)));

    private static final List<String> CONTACTS = List.of("C1", "C2", "C3", "C4");
    private static final List<String> PEOPLE = List.of("p1", "p2", "p3", "p4", "p5");

    private static final String KEYS_OF_THOSE_THERE = """
            SELECT * FROM loose_key k
            WHERE EXISTS (SELECT 1 FROM participant_identifier i WHERE i.type = k.type AND i.value_text = k.value_text)
               OR EXISTS (SELECT 1 FROM crm_contact_point held
                          WHERE held.type = k.type AND held.value_text = k.value_text AND held.origin = 'CRM')""";

    /** Something that happens between two nights, or before the first. */
    @FunctionalInterface
    private interface News {
        void in(World world);
    }

    private record Told(String what, News news) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** All that can be said to, of one database. */
    private static final class World {
        private final TestDatabase database;
        private final Set<Long> given = new HashSet<>();
        private final Set<String> spellings = new TreeSet<>();

        private World(TestDatabase database) {
            this.database = database;
            database.clear();
        }

        private boolean knows(String contact) {
            return count("SELECT COUNT(*) FROM crm_contact WHERE external_id = ?", contact) > 0;
        }

        private boolean met(String participant) {
            return count("SELECT COUNT(*) FROM participant WHERE native_id = ?", participant) > 0;
        }

        private long count(String sql, String parameter) {
            Long count = database.jdbc().queryForObject(sql, Long.class, parameter);
            return count == null ? 0 : count;
        }

        private Contact contact(String id) {
            return database.bean(Register.class).contact(id);
        }

        private Participant participant(String id) {
            Long number =
                    database.jdbc().queryForObject("SELECT id FROM participant WHERE native_id = ?", Long.class, id);
            return database.bean(Register.class).participant(String.valueOf(number));
        }

        private @Nullable Long contactOfTheRole() {
            return database.jdbc()
                    .queryForObject("SELECT contact_id FROM shared_identifier WHERE kind = 'ROLE_MAILBOX'", Long.class);
        }

        private void night() {
            Nights nights = new Nights(database);
            nights.publish(PeopleInTables.decideUponThoseWhoAreDue(database));
            Map<String, List<String>> learned = database.content("crm_contact_point");
            List<String> decided = PeopleInTables.everything(database);
            assertSpellingsAreThoseOfAll();

            assertThat(database.jdbc().queryForList("SELECT participant_id FROM participant_due", Long.class))
                    .isEmpty();
            long everybody = PeopleInTables.decideUponEverybody(database);
            assertThat(PeopleInTables.everything(database)).isEqualTo(decided);
            nights.publish(everybody);
            nights.republishFromScratch();
            assertThat(database.content("crm_contact_point")).isEqualTo(learned);
        }

        /** Pairs of those who are gone stay, as they would where all were looked at each night; keys of theirs may. */
        private void assertSpellingsAreThoseOfAll() {
            Map<String, List<String>> found = PeopleInTables.spellingsFromScratch(database);
            spellings.addAll(found.getOrDefault("loose_identifier", List.of()));
            assertThat(new TreeSet<>(database.content("loose_identifier").get("loose_identifier")))
                    .isEqualTo(spellings);
            assertThat(database.rows(KEYS_OF_THOSE_THERE).stream()
                            .map(Map::toString)
                            .sorted()
                            .toList())
                    .isEqualTo(found.get("loose_key"));
        }
    }

    @Provide
    Arbitrary<List<Told>> news() {
        Arbitrary<Told> night = Arbitraries.just(new Told("night", World::night));
        return Arbitraries.frequencyOf(
                        Tuple.of(5, night),
                        Tuple.of(6, contacts()),
                        Tuple.of(8, people()),
                        Tuple.of(2, links()),
                        Tuple.of(2, merges()),
                        Tuple.of(2, registry()),
                        Tuple.of(2, verdicts()))
                .list()
                .ofMinSize(4)
                .ofMaxSize(24);
    }

    private static Arbitrary<List<Identifier>> some(int most) {
        return Arbitraries.frequency(
                        Tuple.of(3, VALUES),
                        Tuple.of(1, SPELLINGS.get(0)),
                        Tuple.of(1, SPELLINGS.get(1)),
                        Tuple.of(2, SPELLINGS.get(2)))
                .flatMap(
                        values -> Arbitraries.of(values).list().uniqueElements().ofMaxSize(most));
    }

    private static Arbitrary<Told> contacts() {
        return Combinators.combine(
                        Arbitraries.of(CONTACTS),
                        Arbitraries.of("Ann", "Bo").injectNull(0.3),
                        Arbitraries.of("Berg", "Acme"),
                        some(4))
                .as((id, given, family, points) -> new Told(
                        "the CRM has " + id + " " + given + " " + family + " " + values(points),
                        world -> new Nights(world.database).importPerson(id, given, family, points)));
    }

    private static Arbitrary<Told> people() {
        return Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.of("Ann Berg", "Bo Berg", "Zoë Xu").injectNull(0.3),
                        Arbitraries.of(false, false, false, false, true),
                        Arbitraries.of(Grade.class),
                        Arbitraries.integers().between(1, 20),
                        some(2))
                .as((id, name, ours, grade, hour, identifiers) -> new Told(
                        id + " is " + name + (ours ? ", one of us, " : " ") + grade + " " + values(identifiers) + " at "
                                + hour,
                        world -> new PeopleWhoShow(world.database).shows(id, name, ours, grade, hour, identifiers)));
    }

    private static Arbitrary<Told> links() {
        return Combinators.combine(Arbitraries.of(PEOPLE), Arbitraries.of(CONTACTS), Arbitraries.of(true, false))
                .as((who, whom, together) ->
                        new Told("mia says that " + who + (together ? " is " : " is not ") + whom, world -> {
                            if (world.met(who) && world.knows(whom)) {
                                Links links = world.database.bean(Links.class);
                                refusable(() -> {
                                    if (together) {
                                        links.link(world.participant(who), world.contact(whom), MIA);
                                    } else {
                                        links.unlink(world.participant(who), world.contact(whom), MIA);
                                    }
                                });
                            }
                        }));
    }

    private static Arbitrary<Told> merges() {
        return Combinators.combine(
                        Arbitraries.of(CONTACTS), Arbitraries.of(CONTACTS), Arbitraries.of("merge", "unmerge", "rule"))
                .as((one, other, what) -> new Told(what + " " + one + " " + other, world -> {
                    if (world.knows(one) && world.knows(other) && !one.equals(other)) {
                        Merges merges = world.database.bean(Merges.class);
                        refusable(() -> {
                            switch (what) {
                                case "merge" -> merges.merge(world.contact(one), world.contact(other), MIA);
                                case "unmerge" -> merges.unmerge(world.contact(one), MIA);
                                default ->
                                    world.database
                                            .bean(InferredMerges.class)
                                            .infer(
                                                    List.of(new InferredMerges.Proposal(
                                                            world.contact(one).id(),
                                                            world.contact(other).id(),
                                                            "same-name",
                                                            "[]")),
                                                    MIA);
                            }
                        });
                    }
                }));
    }

    private static Arbitrary<Told> registry() {
        return Combinators.combine(
                        Arbitraries.of(VALUES),
                        Arbitraries.of(SharedKind.class),
                        Arbitraries.of(CONTACTS).injectNull(0.5),
                        Arbitraries.of(true, true, false))
                .as((value, kind, contact, shared) -> new Told(
                        "mia says that " + value.value()
                                + (shared ? " is " + kind + " of " + contact : " is not shared"),
                        world -> {
                            SharedIdentifierRegistry registry = world.database.bean(SharedIdentifierRegistry.class);
                            if (!shared) {
                                registry.unshare(value.type(), value.value(), "mia", null);
                            } else if (contact == null || world.knows(contact)) {
                                Claim claim =
                                        new Claim(value.type(), value.value(), kind, null, null, contact, "mia", null);
                                List<Long> resting = registry.share(claim).resting().stream()
                                        .map(RestingLink::link)
                                        .toList();
                                world.database.bean(Links.class).retract(resting, MIA);
                            }
                        }));
    }

    private static Arbitrary<Told> verdicts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Answer.class),
                        Arbitraries.of(CONTACTS).injectNull(0.4),
                        Arbitraries.of(true, true, false))
                .as((which, answer, contact, forGood) -> new Told(
                        (forGood ? "case " : "take back case ") + which + " " + answer + " " + contact,
                        world -> verdict(world, which, answer, contact, forGood)));
    }

    private static void verdict(World world, int which, Answer answer, @Nullable String contact, boolean forGood) {
        Verdicts verdicts = world.database.bean(Verdicts.class);
        if (!forGood) {
            new ArrayList<>(world.given).stream().skip(which).limit(1).forEach(it -> verdicts.undo(it, "eve"));
            return;
        }
        world.database.bean(OpenCases.class).queue(QueueFilter.ALL, null, 10).stream()
                .skip(which)
                .findFirst()
                .ifPresent(shown -> {
                    CaseAnswer given = CaseAnswer.to(shown, answer);
                    Outcome outcome = verdicts.decide(contact == null ? given : given.naming(contact), "mia");
                    if (outcome.status() == Outcome.Status.APPLIED) {
                        world.given.add(outcome.verdict());
                    }
                });
    }

    private static void refusable(Runnable decision) {
        try {
            decision.run();
        } catch (Unusable refused) {
            // What a person may not say changes nothing.
        }
    }

    private static List<String> values(List<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toList();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void leavesNobodyToBeDecidedUponWhoIsNotDue(@ForAll("news") List<Told> news) {
        everyNight(TestDatabase.H2, news);
    }

    @Tag("slow")
    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void leavesNobodyToBeDecidedUponWhoIsNotDueOnMySql(@ForAll("news") List<Told> news) {
        everyNight(TestDatabase.MYSQL, news);
    }

    @Example
    void asksAPersonAboutTheEleventhOfAContactThoughTheTenAreNotDue() {
        World world = new World(TestDatabase.H2);
        List<Identifier> phone = List.of(Identifier.phone("+12025550143", null));
        new Nights(world.database).importPerson("C1", "Ann", "Berg", phone);
        PeopleWhoShow people = new PeopleWhoShow(world.database);
        for (int i = 1; i <= 10; i++) {
            people.shows("p" + i, null, false, Grade.CHANNEL, 1, phone);
        }
        world.night();
        people.shows("p11", null, false, Grade.CHANNEL, 1, phone);
        world.night();

        assertThat(world.database.jdbc().queryForList("SELECT reason FROM review_case", String.class))
                .containsExactly("CAP");
        assertThat(world.database.jdbc().queryForObject("SELECT COUNT(*) FROM link", Long.class))
                .isEqualTo(10);
    }

    @Example
    void namesNoCompanyForTheMailboxOfARoleOnceTwoHaveItsName() {
        World world = new World(TestDatabase.H2);
        Nights nights = new Nights(world.database);
        List<Identifier> mailbox = List.of(Identifier.email("info@acme.example"));
        nights.importPerson("C1", "Ann", "Berg", List.of());
        nights.importPerson("C2", null, "Berg", mailbox);
        world.night();
        assertThat(world.contactOfTheRole()).isEqualTo(world.contact("C2").id());

        nights.importPerson("C1", null, "Berg", List.of());
        world.night();
        assertThat(world.contactOfTheRole()).isNull();
    }

    private static void everyNight(TestDatabase database, List<Told> news) {
        World world = new World(database);
        news.forEach(it -> it.news().in(world));
        world.night();
    }
}
