package dev.tributary.casework;

import dev.tributary.casework.VerdictRows.Followed;
import dev.tributary.casework.VerdictRows.Rested;
import dev.tributary.due.Due;
import dev.tributary.identity.SharedIdentifierChanges;
import dev.tributary.identity.SharedIdentifierChanges.Before;
import dev.tributary.identity.SharedIdentifierChanges.Which;
import dev.tributary.review.By;
import dev.tributary.review.ManyLinks;
import dev.tributary.review.ManyLinks.Done;
import dev.tributary.review.ManyLinks.Said;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Does what rulings say, all of a kind at once; the next run decides upon everybody whom one is about. Thread-safe; whoever calls is at the desk. */
@Component
class Following {

    private final ManyLinks links;
    private final SharedIdentifierChanges registry;
    private final VerdictRows rows;
    private final Due due;

    Following(ManyLinks links, SharedIdentifierChanges registry, VerdictRows rows, Due due) {
        this.links = links;
        this.registry = registry;
        this.rows = rows;
        this.due = due;
    }

    /**
     * @param rulings one for each case at most
     * @return the number of the verdict by the number of its case
     */
    Map<Long, Long> follow(List<Ruling> rulings, LocalDateTime now) {
        if (rulings.isEmpty()) {
            return Map.of();
        }
        Map<Long, Done> done = new HashMap<>();
        link(rulings, now).forEach(it -> done.put(it.participant(), it));
        unlink(rulings, now).forEach(it -> done.put(it.participant(), it));
        Iterator<Before> before = share(rulings, now).iterator();
        Map<Ruling, List<Rested>> rested = retract(rulings, now);
        List<Followed> followed = new ArrayList<>();
        for (Ruling it : rulings) {
            List<Before> shared = new ArrayList<>();
            it.shared().forEach(key -> shared.add(before.next()));
            followed.add(
                    new Followed(it, done.get(it.of().participant().id()), shared, rested.getOrDefault(it, List.of())));
        }
        due.participants(rulings.stream().map(it -> it.of().participant().id()).toList());
        return rows.write(followed, now);
    }

    private List<Done> link(List<Ruling> rulings, LocalDateTime now) {
        List<Said> said = rulings.stream()
                .filter(it -> it.answer().answer() == Answer.SAME_PERSON)
                .map(it -> said(it, Objects.requireNonNull(it.contact())))
                .toList();
        return said.isEmpty() ? List.of() : links.link(said, now);
    }

    private List<Done> unlink(List<Ruling> rulings, LocalDateTime now) {
        List<Said> said = rulings.stream()
                .flatMap(it -> it.refused().stream().map(contact -> said(it, contact)))
                .toList();
        return said.isEmpty() ? List.of() : links.unlink(said, now);
    }

    private List<Before> share(List<Ruling> rulings, LocalDateTime now) {
        List<SharedIdentifierChanges.Said> said = rulings.stream()
                .flatMap(it -> it.shared().stream()
                        .map(key -> new SharedIdentifierChanges.Said(
                                key.type(),
                                key.value(),
                                it.answer().kind(),
                                it.by().actor(),
                                it.by().reason())))
                .toList();
        return said.isEmpty() ? List.of() : registry.share(said, now);
    }

    /** What rested on a shared identifier alone stands no more: by the first of the rulings that share it. */
    private Map<Ruling, List<Rested>> retract(List<Ruling> rulings, LocalDateTime now) {
        Map<Which, Ruling> first = new LinkedHashMap<>();
        rulings.forEach(ruling ->
                ruling.shared().forEach(key -> first.putIfAbsent(new Which(key.type(), key.value()), ruling)));
        if (first.isEmpty()) {
            return Map.of();
        }
        Map<Long, Which> resting = registry.resting(first.keySet());
        Map<Long, By> participants = new LinkedHashMap<>();
        resting.forEach((participant, key) -> participants.put(
                participant, Objects.requireNonNull(first.get(key)).by()));
        Map<Ruling, List<Rested>> rested = new IdentityHashMap<>();
        for (Done it : links.retract(participants, now)) {
            Which key = Objects.requireNonNull(resting.get(it.participant()));
            rested.computeIfAbsent(Objects.requireNonNull(first.get(key)), any -> new ArrayList<>())
                    .add(new Rested(Objects.requireNonNull(it.retracted()), key));
        }
        return rested;
    }

    private static Said said(Ruling ruling, ProposedContact contact) {
        return new Said(ruling.of().participant().id(), contact.id(), ruling.by());
    }
}
