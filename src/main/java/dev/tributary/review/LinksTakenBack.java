package dev.tributary.review;

import dev.tributary.review.LinkRows.Never;
import dev.tributary.review.LinkRows.Pair;
import dev.tributary.review.LinkRows.Retracted;
import dev.tributary.review.LinkRows.Standing;
import dev.tributary.timeline.Timelines;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes back what a person said of a participant and a contact: the very link stands again that stood before, a rule's as a rule's.
 * Thread-safe.
 *
 * <p>Every method throws {@link RunUnderWay} where a run is at work; then nothing changed.
 */
@Component
public class LinksTakenBack {

    private final Desk desk;
    private final Register register;
    private final LinkRows rows;
    private final Timelines timelines;
    private final Clock clock;

    LinksTakenBack(Desk desk, Register register, LinkRows rows, Timelines timelines, Clock clock) {
        this.desk = desk;
        this.register = register;
        this.rows = rows;
        this.timelines = timelines;
        this.clock = clock;
    }

    /**
     * Takes back that the participant is not this contact. The link that was retracted by it stands again; one that a rule made since is
     * retracted.
     *
     * @throws Unusable where a person said since that the participant is another contact
     */
    public Decided unlinked(Participant participant, Contact contact, By by) {
        return desk.decide(() -> {
            long survivor = register.survivor(contact.id());
            List<Never> nevers = rows.nevers(List.of(participant.id())).stream()
                    .filter(it -> it.active() && it.survivor() == survivor)
                    .toList();
            if (nevers.isEmpty()) {
                return Decided.ALREADY_SO;
            }
            Optional<Standing> standing = standing(participant);
            if (standing.filter(Standing::asserted).isPresent()) {
                throw new Unusable("Participant " + participant.id() + " was linked to contact "
                        + standing.get().externalId() + " since; take that back first");
            }
            rows.never(pairs(nevers, by), false, now());
            Optional<Retracted> retracted = nevers.stream()
                    .flatMap(it -> rows.retracted(participant.id(), it.decidedAt()).stream())
                    .filter(it -> it.survivor() == survivor)
                    .findFirst();
            return retracted
                    .map(it -> replaced(participant, standing, retracted, by))
                    .orElseGet(() -> new Decided(true, null, Timelines.Change.NOTHING));
        });
    }

    /**
     * Takes back that the participant is this contact. The link that was retracted by it stands again, and so does that the two never
     * match where a person had said so.
     */
    public Decided linked(Participant participant, Contact contact, By by) {
        return desk.decide(() -> {
            long survivor = register.survivor(contact.id());
            Optional<Standing> standing =
                    standing(participant).filter(it -> it.asserted() && it.survivor() == survivor);
            if (standing.isEmpty()) {
                return Decided.ALREADY_SO;
            }
            LocalDateTime at = rows.decidedAt(standing.get().id());
            List<Never> forgiven = rows.nevers(List.of(participant.id())).stream()
                    .filter(it -> !it.active() && it.decidedAt().equals(at))
                    .toList();
            rows.never(pairs(forgiven, by), true, now());
            return replaced(
                    participant,
                    standing,
                    rows.retracted(participant.id(), at).stream().findFirst(),
                    by);
        });
    }

    private Decided replaced(Participant participant, Optional<Standing> gone, Optional<Retracted> back, By by) {
        gone.ifPresent(it -> rows.retract(Map.of(it.id(), by), now()));
        back.ifPresent(it -> rows.restore(it.id(), it.status()));
        Set<Long> contacts = new LinkedHashSet<>();
        gone.ifPresent(it -> contacts.add(it.contact()));
        back.ifPresent(it -> contacts.add(it.contact()));
        return new Decided(
                true,
                gone.map(Standing::externalId).orElse(null),
                timelines.linksChanged(List.of(participant.id()), contacts));
    }

    private Optional<Standing> standing(Participant participant) {
        return rows.standingOf(List.of(participant.id())).stream().findFirst();
    }

    private static List<Pair> pairs(List<Never> nevers, By by) {
        return nevers.stream()
                .map(it -> new Pair(it.participant(), it.contact(), by))
                .toList();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
