package dev.tributary.review;

import dev.tributary.review.LinkRows.Never;
import dev.tributary.review.LinkRows.Pair;
import dev.tributary.review.LinkRows.Standing;
import dev.tributary.timeline.Timelines;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many participants linked and unlinked at once, each such that it can be taken back exactly; the timelines follow at once.
 * Thread-safe; whoever calls is at the {@link Desk}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ManyLinks {

    /**
     * A participant and a contact, and who says something of them.
     *
     * @param participant and {@code contact}: Tributary's own numbers, the contact's that of one that stands for itself
     */
    public record Said(long participant, long contact, By by) {}

    /** A row of {@code never_match} as it was; all that may be null is where there was none. */
    public record NeverBefore(
            long contact,
            boolean known,
            boolean active,
            @Nullable String actor,
            @Nullable String reason,
            @Nullable LocalDateTime decidedAt) {}

    /**
     * What was done, and what was so before.
     *
     * @param asserted the link that was made; null where none was
     * @param retracted the link that was retracted; null where none was
     * @param retractedStatus the status that it had
     */
    public record Done(
            long participant,
            @Nullable Long asserted,
            @Nullable Long retracted,
            @Nullable String retractedStatus,
            List<NeverBefore> nevers) {

        public Done {
            nevers = List.copyOf(nevers);
        }
    }

    private final LinkRows rows;
    private final Timelines timelines;

    ManyLinks(LinkRows rows, Timelines timelines) {
        this.rows = rows;
        this.timelines = timelines;
    }

    /**
     * Links each participant to its contact: another link is retracted, and that they never match is taken back.
     *
     * @param said one for each participant
     * @return in the order of what was said
     */
    public List<Done> link(List<Said> said, LocalDateTime now) {
        Map<Long, Standing> standing = standing(said);
        Map<Long, List<Never>> nevers = nevers(said);
        List<Pair> forgiven = new ArrayList<>();
        Map<Long, List<NeverBefore>> before = new HashMap<>();
        for (Said it : said) {
            for (Never never : nevers.getOrDefault(it.participant(), List.of())) {
                if (never.active() && never.survivor() == it.contact()) {
                    forgiven.add(new Pair(it.participant(), never.contact(), it.by()));
                    before.computeIfAbsent(it.participant(), any -> new ArrayList<>())
                            .add(before(never));
                }
            }
        }
        rows.never(forgiven, false, now);
        retract(said, standing, now);
        rows.assertThese(said.stream().map(ManyLinks::pair).toList(), now);
        refresh(said, standing);
        Map<Long, Standing> made = standing(said);
        return said.stream()
                .map(it -> done(
                        it.participant(),
                        made.get(it.participant()),
                        standing.get(it.participant()),
                        before.getOrDefault(it.participant(), List.of())))
                .toList();
    }

    /**
     * Says of each participant and contact that they never match; a link of theirs is retracted.
     *
     * @param said any number for each participant
     * @return one for each participant
     */
    public List<Done> unlink(List<Said> said, LocalDateTime now) {
        Map<Long, Standing> all = standing(said);
        Map<Long, List<Never>> nevers = nevers(said);
        Map<Long, Standing> gone = new HashMap<>();
        Map<Long, Map<Long, Pair>> pairs = new LinkedHashMap<>();
        for (Said it : said) {
            Map<Long, Pair> theirs = pairs.computeIfAbsent(it.participant(), any -> new LinkedHashMap<>());
            theirs.put(it.contact(), pair(it));
            Standing link = all.get(it.participant());
            if (link != null && link.survivor() == it.contact()) {
                gone.put(it.participant(), link);
                theirs.put(link.contact(), new Pair(it.participant(), link.contact(), it.by()));
            }
        }
        rows.never(pairs.values().stream().flatMap(it -> it.values().stream()).toList(), true, now);
        retract(said, gone, now);
        rows.askNoMoreWhereNobodyIsLeft(pairs.keySet());
        refresh(List.of(), gone);
        return pairs.entrySet().stream()
                .map(it -> done(
                        it.getKey(),
                        null,
                        gone.get(it.getKey()),
                        before(it.getValue(), nevers.getOrDefault(it.getKey(), List.of()))))
                .toList();
    }

    /**
     * Retracts the links by rules of these participants, such as rested on what turned out to be shared. That they never match is not
     * said: other evidence may link them again.
     *
     * @param participants their numbers, and who says it of each
     * @return one for each whose link was retracted
     */
    public List<Done> retract(Map<Long, By> participants, LocalDateTime now) {
        Map<Long, Standing> gone = new LinkedHashMap<>();
        Map<Long, By> links = new HashMap<>();
        for (Standing it : rows.standingOf(participants.keySet())) {
            By by = participants.get(it.participant());
            if (!it.asserted() && by != null) {
                gone.put(it.participant(), it);
                links.put(it.id(), by);
            }
        }
        rows.retract(links, now);
        refresh(List.of(), gone);
        return gone.values().stream()
                .map(it -> done(it.participant(), null, it, List.of()))
                .toList();
    }

    /** Brings back what was before; a link that a rule made since is retracted. */
    public void restore(Done done, By by, LocalDateTime now) {
        List<Standing> standing = rows.standingOf(List.of(done.participant()));
        Map<Long, By> retracted = new HashMap<>();
        if (done.asserted() != null || done.retracted() != null) {
            standing.forEach(it -> retracted.put(it.id(), by));
        }
        rows.retract(retracted, now);
        if (done.retracted() != null && done.retractedStatus() != null) {
            rows.restore(done.retracted(), done.retractedStatus());
        }
        done.nevers().forEach(it -> restore(done.participant(), it));
        Set<Long> contacts = new LinkedHashSet<>();
        standing.forEach(it -> contacts.add(it.contact()));
        rows.standingOf(List.of(done.participant())).forEach(it -> contacts.add(it.contact()));
        if (!contacts.isEmpty()) {
            timelines.linksChanged(List.of(done.participant()), contacts);
        }
    }

    private void restore(long participant, NeverBefore before) {
        if (before.known() && before.actor() != null && before.decidedAt() != null) {
            rows.restore(new Never(
                    participant,
                    before.contact(),
                    before.contact(),
                    before.active(),
                    before.actor(),
                    before.reason(),
                    before.decidedAt()));
        } else {
            rows.forget(participant, before.contact());
        }
    }

    private void retract(List<Said> said, Map<Long, Standing> standing, LocalDateTime now) {
        Map<Long, By> links = new HashMap<>();
        for (Said it : said) {
            Standing link = standing.get(it.participant());
            if (link != null) {
                links.put(link.id(), it.by());
            }
        }
        rows.retract(links, now);
    }

    private void refresh(List<Said> linked, Map<Long, Standing> before) {
        Set<Long> participants = new LinkedHashSet<>(before.keySet());
        Set<Long> contacts = new LinkedHashSet<>();
        before.values().forEach(it -> contacts.add(it.contact()));
        linked.forEach(it -> {
            participants.add(it.participant());
            contacts.add(it.contact());
        });
        if (!participants.isEmpty()) {
            timelines.linksChanged(participants, contacts);
        }
    }

    private Map<Long, Standing> standing(List<Said> said) {
        Map<Long, Standing> standing = new HashMap<>();
        rows.standingOf(said.stream().map(Said::participant).toList())
                .forEach(it -> standing.put(it.participant(), it));
        return standing;
    }

    private Map<Long, List<Never>> nevers(List<Said> said) {
        Map<Long, List<Never>> nevers = new HashMap<>();
        rows.nevers(said.stream().map(Said::participant).toList())
                .forEach(it -> nevers.computeIfAbsent(it.participant(), any -> new ArrayList<>())
                        .add(it));
        return nevers;
    }

    private static List<NeverBefore> before(Map<Long, Pair> written, List<Never> nevers) {
        Map<Long, NeverBefore> before = new LinkedHashMap<>();
        written.keySet().forEach(it -> before.put(it, new NeverBefore(it, false, false, null, null, null)));
        nevers.forEach(it -> before.replace(it.contact(), before(it)));
        return List.copyOf(before.values());
    }

    private static NeverBefore before(Never never) {
        return new NeverBefore(never.contact(), true, never.active(), never.actor(), never.reason(), never.decidedAt());
    }

    private static Done done(
            long participant, @Nullable Standing made, @Nullable Standing gone, List<NeverBefore> nevers) {
        return new Done(
                participant,
                made == null ? null : made.id(),
                gone == null ? null : gone.id(),
                gone == null ? null : gone.status(),
                nevers);
    }

    private static Pair pair(Said said) {
        return new Pair(said.participant(), said.contact(), said.by());
    }
}
