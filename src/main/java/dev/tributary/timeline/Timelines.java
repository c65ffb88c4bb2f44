package dev.tributary.timeline;

import dev.tributary.run.RunLedger;
import dev.tributary.store.Portions;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings timelines, learned contact points and golden records up to date at once, as far as decisions touch them. Links of runs
 * that are not published yet, such as one that is held, stay off the timelines. Thread-safe; whoever calls holds the run lock.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Timelines {

    /** How many rows of the CRM's came and went. */
    public record Change(long entriesAdded, long entriesRemoved, long pointsAdded, long pointsRemoved) {

        public static final Change NOTHING = new Change(0, 0, 0, 0);

        /** The sum of both. */
        public Change plus(Change other) {
            return new Change(
                    entriesAdded + other.entriesAdded,
                    entriesRemoved + other.entriesRemoved,
                    pointsAdded + other.pointsAdded,
                    pointsRemoved + other.pointsRemoved);
        }
    }

    private static final String LINKED =
            "SELECT active_participant FROM link WHERE active_participant IS NOT NULL AND contact_id IN (:ids)";
    private static final String MOVED = "SELECT active_interaction FROM interaction_move"
            + " WHERE active_interaction IS NOT NULL AND contact_id IN (:ids)";

    private final TimelineEntries entries;
    private final LearnedPoints points;
    private final GoldenRecords golden;
    private final ContactWords words;
    private final RunLedger ledger;
    private final JdbcClient jdbc;

    Timelines(
            TimelineEntries entries,
            LearnedPoints points,
            GoldenRecords golden,
            ContactWords words,
            RunLedger ledger,
            JdbcClient jdbc) {
        this.entries = entries;
        this.points = points;
        this.golden = golden;
        this.words = words;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /**
     * After links came or went.
     *
     * @param contacts to which these participants are or were linked
     */
    public Change linksChanged(Collection<Long> participants, Collection<Long> contacts) {
        long linked = lastPublished();
        return change(entries.refreshParticipants(participants, linked), points.refresh(contacts, linked));
    }

    /** After messages were moved from or to a contact. */
    public Change movesChanged(Collection<Long> interactions) {
        return change(entries.refreshInteractions(interactions, lastPublished()), TimelineEntries.Changed.NOTHING);
    }

    /**
     * After contacts came to stand under another contact than before, or for themselves.
     *
     * @param moved these
     * @param survivors under which they stood and stand
     */
    public Change mergesChanged(Collection<Long> moved, Collection<Long> survivors) {
        TimelineEntries.Changed changed = TimelineEntries.Changed.NOTHING;
        long linked = lastPublished();
        for (List<Long> some : Portions.sorted(moved)) {
            changed = changed.plus(entries.refreshParticipants(ids(LINKED, some), linked))
                    .plus(entries.refreshInteractions(ids(MOVED, some), linked));
        }
        golden.refresh(survivors);
        words.refresh(Stream.concat(moved.stream(), survivors.stream()).toList());
        return change(changed, TimelineEntries.Changed.NOTHING);
    }

    /** After the CRM's own rows of these contacts changed. */
    void contactsChanged(Collection<Long> contacts) {
        points.refresh(contacts, lastPublished());
        golden.refresh(contacts);
    }

    private long lastPublished() {
        return ledger.lastPublishedBefore(Long.MAX_VALUE);
    }

    private List<Long> ids(String sql, Collection<Long> contacts) {
        return jdbc.sql(sql).param("ids", contacts).query(Long.class).list();
    }

    private static Change change(TimelineEntries.Changed entries, TimelineEntries.Changed points) {
        return new Change(entries.added(), entries.removed(), points.added(), points.removed());
    }
}
