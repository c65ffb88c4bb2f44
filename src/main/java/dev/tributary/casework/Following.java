package dev.tributary.casework;

import dev.tributary.casework.VerdictRows.Followed;
import dev.tributary.identity.SharedIdentifierChanges;
import dev.tributary.identity.SharedIdentifierChanges.Before;
import dev.tributary.review.ManyLinks;
import dev.tributary.review.ManyLinks.Done;
import dev.tributary.review.ManyLinks.Said;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Does what rulings say, all of a kind at once. Thread-safe; whoever calls is at the desk. */
@Component
class Following {

    private final ManyLinks links;
    private final SharedIdentifierChanges registry;
    private final VerdictRows rows;

    Following(ManyLinks links, SharedIdentifierChanges registry, VerdictRows rows) {
        this.links = links;
        this.registry = registry;
        this.rows = rows;
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
        List<Followed> followed = new ArrayList<>();
        for (Ruling it : rulings) {
            List<Before> shared = new ArrayList<>();
            it.shared().forEach(key -> shared.add(before.next()));
            followed.add(new Followed(it, done.get(it.of().participant().id()), shared));
        }
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

    private static Said said(Ruling ruling, ProposedContact contact) {
        return new Said(ruling.of().participant().id(), contact.id(), ruling.by());
    }
}
