package dev.tributary.review;

import dev.tributary.due.Due;
import dev.tributary.store.Portions;
import dev.tributary.timeline.Timelines;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which contacts are one. A merge is an edge between two contacts that stood for themselves, so that the edges are a forest, and any
 * of them can be taken out again, in whatever order. No contact's own row, link or point changes; only who stands for whom.
 * Thread-safe.
 *
 * <p>Every method throws {@link RunUnderWay} where a run is at work; then nothing changed.
 */
@Component
public class Merges {

    private static final String MERGE = """
            INSERT INTO contact_merge (contact_id, into_id, sequence, status, active_contact, rule, evidence, actor, reason,
                                       decided_at)
            SELECT :contact, :into, COALESCE(MAX(sequence), 0) + 1, 'ASSERTED', :contact, :rule, '[]', :actor,
                   CAST(:reason AS CHAR(1000)), :now
            FROM contact_merge WHERE contact_id = :contact AND into_id = :into""";

    private static final String UNMERGE = """
            UPDATE contact_merge SET status = 'RETRACTED', active_contact = NULL, retracted_by = :actor,
              retracted_at = :now, retracted_for = :reason
            WHERE active_contact = :contact""";

    private record Edge(long contact, long into, String intoExternalId) {}

    private final Desk desk;
    private final Register register;
    private final NeverMerges nevers;
    private final JdbcClient jdbc;
    private final Timelines timelines;
    private final Due due;
    private final Clock clock;

    Merges(
            Desk desk,
            Register register,
            NeverMerges nevers,
            JdbcClient jdbc,
            Timelines timelines,
            Due due,
            Clock clock) {
        this.desk = desk;
        this.register = register;
        this.nevers = nevers;
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.due = due;
        this.clock = clock;
    }

    /** Says that the two are one, and with them all that were merged into either; what was said against it is taken back. */
    public Decided merge(Contact contact, Contact into, By by) {
        return desk.decide(() -> {
            long from = register.survivor(contact.id());
            long survivor = register.survivor(into.id());
            if (from == survivor) {
                return Decided.ALREADY_SO;
            }
            nevers.forgive(from, survivor, by);
            Set<Long> moved = write(from, survivor, by);
            return new Decided(true, null, timelines.mergesChanged(moved, List.of(from, survivor)));
        });
    }

    /**
     * Takes the contact, and those that were merged into it, out of the contact that it was merged into, and remembers that the two
     * are two.
     */
    public Decided unmerge(Contact contact, By by) {
        return desk.decide(() -> takeOut(contact, by, edge -> nevers.say(edge.contact(), edge.into(), by)));
    }

    /** The same, but whether they are one is open again, as before the merge. */
    public Decided takeBack(Contact contact, By by) {
        return desk.decide(() -> takeOut(contact, by, edge -> {}));
    }

    private Decided takeOut(Contact contact, By by, Consumer<Edge> then) {
        Optional<Edge> edge = edge(contact.id());
        if (edge.isEmpty()) {
            return Decided.ALREADY_SO;
        }
        long survivor = register.survivor(contact.id());
        Set<Long> branch = branch(contact.id(), survivor);
        jdbc.sql(UNMERGE)
                .params(by.at(LocalDateTime.now(clock)))
                .param("contact", contact.id())
                .update();
        then.accept(edge.get());
        standUnder(branch, contact.id());
        return new Decided(
                true, edge.get().intoExternalId(), timelines.mergesChanged(branch, List.of(contact.id(), survivor)));
    }

    /**
     * Says that the two are two: no rule merges them, nor any of those who were merged into either.
     *
     * @throws Unusable where they are merged; then they are taken apart first
     */
    public Decided keepApart(Contact one, Contact other, By by) {
        return desk.decide(() -> {
            long first = register.survivor(one.id());
            long second = register.survivor(other.id());
            if (first == second) {
                throw new Unusable("Contacts " + one.externalId() + " and " + other.externalId()
                        + " are merged; take them apart first: tributary unmerge " + other.externalId());
            }
            return nevers.isSaid(first, second) ? Decided.ALREADY_SO : said(() -> nevers.say(first, second, by));
        });
    }

    /** Takes back that the two are two: whether they are one is open again. */
    public Decided forgive(Contact one, Contact other, By by) {
        return desk.decide(() -> {
            long first = register.survivor(one.id());
            long second = register.survivor(other.id());
            return nevers.isSaid(first, second) ? said(() -> nevers.forgive(first, second, by)) : Decided.ALREADY_SO;
        });
    }

    private static Decided said(Runnable writes) {
        writes.run();
        return new Decided(true, null, Timelines.Change.NOTHING);
    }

    /** The CRM's ids of the contacts that stand under this one, in their order; empty where there are none. */
    public List<String> mergedInto(Contact contact) {
        return jdbc.sql("SELECT external_id FROM crm_contact WHERE survivor_id = :contact ORDER BY external_id")
                .param("contact", contact.id())
                .query(String.class)
                .list();
    }

    private Set<Long> write(long from, long survivor, By by) {
        Set<Long> moved = new HashSet<>(members(from));
        moved.add(from);
        jdbc.sql(MERGE)
                .params(by.at(LocalDateTime.now(clock)))
                .param("contact", from)
                .param("into", survivor)
                .param("rule", LinkRows.BY_A_PERSON)
                .update();
        standUnder(moved, survivor);
        return moved;
    }

    private void standUnder(Collection<Long> contacts, long survivor) {
        due.ofContacts(contacts);
        for (List<Long> some : Portions.sorted(contacts)) {
            jdbc.sql("UPDATE crm_contact SET survivor_id = NULLIF(CAST(:survivor AS SIGNED), id) WHERE id IN (:ids)")
                    .param("survivor", survivor)
                    .param("ids", some)
                    .update();
        }
        due.ofContacts(contacts);
    }

    private List<Long> members(long survivor) {
        return jdbc.sql("SELECT id FROM crm_contact WHERE survivor_id = :survivor")
                .param("survivor", survivor)
                .query(Long.class)
                .list();
    }

    private Optional<Edge> edge(long contact) {
        return jdbc.sql("SELECT m.contact_id, m.into_id, c.external_id FROM contact_merge m"
                        + " JOIN crm_contact c ON c.id = m.into_id WHERE m.active_contact = :contact")
                .param("contact", contact)
                .query((row, number) -> new Edge(row.getLong(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    /** The contact and all that were merged into it, whether straight or by others. */
    private Set<Long> branch(long contact, long survivor) {
        Map<Long, List<Long>> below = new HashMap<>();
        jdbc.sql("SELECT m.contact_id, m.into_id FROM contact_merge m"
                        + " JOIN crm_contact c ON c.id = m.active_contact WHERE c.survivor_id = :survivor")
                .param("survivor", survivor)
                .query(row -> {
                    below.computeIfAbsent(row.getLong(2), it -> new ArrayList<>())
                            .add(row.getLong(1));
                });
        Set<Long> branch = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(List.of(contact));
        while (!open.isEmpty()) {
            long next = Objects.requireNonNull(open.poll());
            branch.add(next);
            open.addAll(below.getOrDefault(next, List.of()));
        }
        return branch;
    }
}
