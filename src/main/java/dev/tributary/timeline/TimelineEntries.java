package dev.tributary.timeline;

import dev.tributary.store.Portions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code crm_timeline_entry}. They follow from the messages, the links, the merges and the moves: a message stands on
 * the contact that it was moved to, else on every contact that one of its customers is linked to, each under the contact that
 * survives. Links of a run that was not published yet count in that run's own publishing alone.
 */
@Component
class TimelineEntries {

    private static final int STRETCH = 20_000;

    /** The customer of a message is who wrote it to us, or to whom we wrote. */
    private static final String OF_ITS_CUSTOMERS = """
            ((fresh.direction = 'INBOUND' AND ip.role = 'AUTHOR')
              OR (fresh.direction = 'OUTBOUND' AND ip.role = 'RECIPIENT'))""";

    private static final String BY_LINK = """
            FROM interaction fresh
            JOIN interaction_participant ip ON ip.interaction_id = fresh.id
            JOIN link l ON l.active_participant = ip.participant_id
            JOIN crm_contact c ON c.id = l.contact_id
            LEFT JOIN interaction_move m ON m.active_interaction = fresh.id
            WHERE m.id IS NULL AND (l.run_id IS NULL OR l.run_id <= :linked) AND %s
            """.formatted(OF_ITS_CUSTOMERS);

    private static final String BY_MOVE = """
            FROM interaction_move m
            JOIN interaction fresh ON fresh.id = m.active_interaction
            JOIN crm_contact c ON c.id = m.contact_id
            LEFT JOIN interaction_participant ip ON ip.interaction_id = fresh.id AND %s
            WHERE fresh.direction <> 'INTERNAL'
            """.formatted(OF_ITS_CUSTOMERS);

    private static final String ADD = """
            INSERT INTO crm_timeline_entry
              (contact_id, interaction_id, participant_id, occurred_at, channel, account, type, direction, visibility,
               author, subject, body, thread, url, edited, deleted, content_hash, episode, undated)
            SELECT own.contact_id, i.id, own.participant_id, i.occurred_at, i.channel, i.account, i.type, i.direction,
                   i.visibility, COALESCE(a.name, a.handle, a.native_id), i.subject, i.body, i.conversation_id, i.url,
                   CASE WHEN i.edited_at IS NULL THEN FALSE ELSE TRUE END,
                   CASE WHEN i.deleted_at IS NULL THEN FALSE ELSE TRUE END, i.content_hash,
                   COALESCE(part.episode, i.conversation_key), i.undated
            FROM (SELECT COALESCE(c.survivor_id, c.id) AS contact_id, fresh.id AS interaction_id,
                         MIN(l.participant_id) AS participant_id
                  %1$s AND %3$s
                  GROUP BY COALESCE(c.survivor_id, c.id), fresh.id
                  UNION ALL
                  SELECT COALESCE(c.survivor_id, c.id), fresh.id, MIN(ip.participant_id)
                  %2$s AND %3$s
                  GROUP BY COALESCE(c.survivor_id, c.id), fresh.id) own
            JOIN interaction i ON i.id = own.interaction_id
            LEFT JOIN participant a ON a.id = i.author_id
            LEFT JOIN episode_part part ON part.conversation_key = i.conversation_key
                                       AND part.participant_id = own.participant_id
            ON DUPLICATE KEY UPDATE
              participant_id = VALUES(participant_id), occurred_at = VALUES(occurred_at), type = VALUES(type),
              direction = VALUES(direction), visibility = VALUES(visibility), author = VALUES(author),
              subject = VALUES(subject), body = VALUES(body), thread = VALUES(thread), url = VALUES(url),
              edited = VALUES(edited), deleted = VALUES(deleted), content_hash = VALUES(content_hash),
              episode = VALUES(episode), undated = VALUES(undated)""";

    private static final String TAKE_AWAY = """
            DELETE FROM crm_timeline_entry
            WHERE %3$s
              AND NOT EXISTS (SELECT 1 %1$s AND fresh.id = crm_timeline_entry.interaction_id
                              AND COALESCE(c.survivor_id, c.id) = crm_timeline_entry.contact_id)
              AND NOT EXISTS (SELECT 1 %2$s AND fresh.id = crm_timeline_entry.interaction_id
                              AND COALESCE(c.survivor_id, c.id) = crm_timeline_entry.contact_id)""";

    private static final String NEWS = "fresh.changed_run = :of AND fresh.id >= :first AND fresh.id <= :last";

    private static final String CHANGED = """
            interaction_id IN (SELECT changed.id FROM interaction changed
                               WHERE changed.changed_run = :of AND changed.id >= :first AND changed.id <= :last)""";

    private static final String NEXT = """
            SELECT MIN(id) AS first, MAX(id) AS last
            FROM (SELECT id FROM interaction WHERE changed_run = :of AND id > :after ORDER BY id LIMIT %d) found""".formatted(STRETCH);

    /** Of a message that is published again all customers count, whichever of their links is new. */
    private static final String OLD_ONES = """
            SELECT DISTINCT i.id FROM interaction_participant theirs JOIN interaction i ON i.id = theirs.interaction_id
            WHERE theirs.participant_id IN (:ids) AND i.changed_run <= :published""";

    /** How many entries came and went. */
    record Changed(long added, long removed) {

        static final Changed NOTHING = new Changed(0, 0);

        Changed plus(Changed other) {
            return new Changed(added + other.added, removed + other.removed);
        }
    }

    /** Messages that a run changed, from one to another of them; they need not lie close together. */
    record Stretch(long run, long first, long last) {

        /** Of nothing, so that what follows it begins after this run. */
        static Stretch after(long run) {
            return new Stretch(run, Long.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    private final JdbcClient jdbc;

    TimelineEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The messages that follow in the order of runs and of their own; empty where there are no more. */
    Optional<Stretch> next(Stretch before) {
        Stretch next = of(before.run(), before.last());
        Long later = next == null
                ? jdbc.sql("SELECT MIN(changed_run) FROM interaction WHERE changed_run > :of")
                        .param("of", before.run())
                        .query(Long.class)
                        .optional()
                        .orElse(null)
                : null;
        return Optional.ofNullable(later == null ? next : of(later, 0));
    }

    private @Nullable Stretch of(long run, long after) {
        return jdbc.sql(NEXT)
                .param("of", run)
                .param("after", after)
                .query((row, number) ->
                        row.getObject(1) == null ? null : new Stretch(run, row.getLong(1), row.getLong(2)))
                .list()
                .get(0);
    }

    /**
     * Brings the entries of some messages up to date with all that changed.
     *
     * @return how many rows were written, an updated one twice on MySQL
     */
    int publish(Stretch changed) {
        Map<String, Object> these =
                Map.of("of", changed.run(), "first", changed.first(), "last", changed.last(), "linked", Long.MAX_VALUE);
        return update(TAKE_AWAY, CHANGED, these) + update(ADD, NEWS, these);
    }

    /**
     * Adds what these participants said, or were told, up to a run, for they were linked since.
     *
     * @return how many rows were written, an updated one twice on MySQL
     */
    int publishPast(Collection<Long> participants, long published) {
        int written = 0;
        List<Long> old = jdbc.sql(OLD_ONES)
                .param("ids", participants)
                .param("published", published)
                .query(Long.class)
                .list();
        for (List<Long> some : Portions.sorted(old)) {
            written += update(ADD, "fresh.id IN (:ids)", Map.of("ids", some, "linked", Long.MAX_VALUE));
        }
        return written;
    }

    /**
     * Brings the entries of all messages with one of these participants up to date.
     *
     * @param linked links of later runs do not count
     */
    Changed refreshParticipants(Collection<Long> participants, long linked) {
        Set<Long> interactions = new TreeSet<>();
        for (List<Long> some : Portions.sorted(participants)) {
            interactions.addAll(
                    jdbc.sql("SELECT interaction_id FROM interaction_participant WHERE participant_id IN (:ids)")
                            .param("ids", some)
                            .query(Long.class)
                            .list());
        }
        return refreshInteractions(interactions, linked);
    }

    /** The same for these messages. */
    Changed refreshInteractions(Collection<Long> interactions, long linked) {
        Changed changed = Changed.NOTHING;
        for (List<Long> some : Portions.sorted(interactions)) {
            Map<String, Object> these = Map.of("ids", some, "linked", linked);
            long before = count(these);
            int removed = update(TAKE_AWAY, "interaction_id IN (:ids)", these);
            update(ADD, "fresh.id IN (:ids)", these);
            changed = changed.plus(new Changed(count(these) - before + removed, removed));
        }
        return changed;
    }

    private int update(String sql, String scope, Map<String, Object> parameters) {
        return jdbc.sql(sql.formatted(BY_LINK, BY_MOVE, scope))
                .params(parameters)
                .update();
    }

    private long count(Map<String, Object> these) {
        return jdbc.sql("SELECT COUNT(*) FROM crm_timeline_entry WHERE interaction_id IN (:ids)")
                .params(these)
                .query(Long.class)
                .single();
    }
}
