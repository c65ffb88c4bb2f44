package dev.tributary.review;

import dev.tributary.review.LinkRows.Never;
import dev.tributary.review.LinkRows.Pair;
import dev.tributary.review.LinkRows.Standing;
import dev.tributary.timeline.Timelines;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The links that a person makes and retracts. No link is ever deleted; the timelines follow at once, and the
 * participant's case leaves the queue. Thread-safe.
 *
 * <p>Every method throws {@link RunUnderWay} where a run is at work; then nothing changed.
 */
@Component
public class Links {

    private final Desk desk;
    private final Register register;
    private final LinkRows rows;
    private final Timelines timelines;
    private final Clock clock;

    Links(Desk desk, Register register, LinkRows rows, Timelines timelines, Clock clock) {
        this.desk = desk;
        this.register = register;
        this.rows = rows;
        this.timelines = timelines;
        this.clock = clock;
    }

    /**
     * Says that the participant is this contact. A link to another contact is retracted; that they never match is taken back.
     *
     * @throws Unusable where the participant is one of ours
     */
    public Decided link(Participant participant, Contact contact, By by) {
        if (participant.ours()) {
            throw new Unusable("Participant " + participant.id() + " speaks for our company, and is no contact's");
        }
        return desk.decide(() -> {
            long survivor = register.survivor(contact.id());
            Optional<Standing> standing = standing(participant.id());
            if (standing.filter(it -> it.asserted() && it.contact() == contact.id())
                    .isPresent()) {
                return Decided.ALREADY_SO;
            }
            LocalDateTime now = now();
            forgive(participant.id(), survivor, by, now);
            standing.ifPresent(it -> retractRows(List.of(it.id()), by, now));
            assertRow(participant.id(), contact.id(), by, now);
            Set<Long> contacts = new LinkedHashSet<>(List.of(contact.id()));
            standing.ifPresent(it -> contacts.add(it.contact()));
            return new Decided(
                    true,
                    standing.map(Standing::externalId).orElse(null),
                    timelines.linksChanged(List.of(participant.id()), contacts));
        });
    }

    /** Says that the participant is not this contact: a link that stands is retracted, and no rule makes it again. */
    public Decided unlink(Participant participant, Contact contact, By by) {
        return desk.decide(() -> {
            long survivor = register.survivor(contact.id());
            Optional<Standing> standing = standing(participant.id()).filter(it -> it.survivor() == survivor);
            if (standing.isEmpty() && nevers(participant.id(), survivor).contains(contact.id())) {
                return Decided.ALREADY_SO;
            }
            LocalDateTime now = now();
            never(participant.id(), contact.id(), by, now);
            if (standing.isEmpty()) {
                rows.askNoMoreWhereNobodyIsLeft(List.of(participant.id()));
                return new Decided(true, null, Timelines.Change.NOTHING);
            }
            long linked = standing.get().contact();
            never(participant.id(), linked, by, now);
            retractRows(List.of(standing.get().id()), by, now);
            rows.askNoMoreWhereNobodyIsLeft(List.of(participant.id()));
            return new Decided(
                    true,
                    standing.get().externalId(),
                    timelines.linksChanged(List.of(participant.id()), List.of(linked)));
        });
    }

    /**
     * Retracts these links, as those that rested on an identifier that turned out to be shared. That they never match is not said:
     * other evidence may link them again.
     *
     * @param links numbers of {@code link.id}; those that do not stand are left aside
     */
    public Decided retract(Collection<Long> links, By by) {
        return desk.decide(() -> {
            List<Standing> standing = rows.standing(links);
            return standing.isEmpty() ? Decided.ALREADY_SO : new Decided(true, null, retracted(standing, by, null));
        });
    }

    /** The same, and says that the participants are this contact, such as the company whose line it is. */
    public Decided moveTo(Collection<Long> links, Contact contact, By by) {
        return desk.decide(() -> {
            long survivor = register.survivor(contact.id());
            List<Standing> elsewhere = rows.standing(links).stream()
                    .filter(it -> it.survivor() != survivor)
                    .toList();
            return elsewhere.isEmpty()
                    ? Decided.ALREADY_SO
                    : new Decided(true, null, retracted(elsewhere, by, contact));
        });
    }

    private Timelines.Change retracted(List<Standing> standing, By by, @Nullable Contact instead) {
        LocalDateTime now = now();
        retractRows(standing.stream().map(Standing::id).toList(), by, now);
        Set<Long> contacts = new LinkedHashSet<>();
        standing.forEach(it -> contacts.add(it.contact()));
        if (instead != null) {
            contacts.add(instead.id());
            standing.forEach(it -> {
                forgive(it.participant(), register.survivor(instead.id()), by, now);
                assertRow(it.participant(), instead.id(), by, now);
            });
        }
        return timelines.linksChanged(
                standing.stream().map(Standing::participant).toList(), contacts);
    }

    private Optional<Standing> standing(long participant) {
        return rows.standingOf(List.of(participant)).stream().findFirst();
    }

    private void retractRows(List<Long> links, By by, LocalDateTime now) {
        Map<Long, By> retracted = new LinkedHashMap<>();
        links.forEach(it -> retracted.put(it, by));
        rows.retract(retracted, now);
    }

    private void assertRow(long participant, long contact, By by, LocalDateTime now) {
        rows.assertThese(List.of(new Pair(participant, contact, by)), now);
    }

    private void never(long participant, long contact, By by, LocalDateTime now) {
        rows.never(List.of(new Pair(participant, contact, by)), true, now);
    }

    private List<Long> nevers(long participant, long survivor) {
        return rows.nevers(List.of(participant)).stream()
                .filter(it -> it.active() && it.survivor() == survivor)
                .map(Never::contact)
                .toList();
    }

    private void forgive(long participant, long survivor, By by, LocalDateTime now) {
        List<Pair> forgiven = nevers(participant, survivor).stream()
                .map(contact -> new Pair(participant, contact, by))
                .toList();
        rows.never(forgiven, false, now);
    }

    /** One moment for all that a decision changes: by it the rows are known that belong together. As precise as the tables are. */
    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
