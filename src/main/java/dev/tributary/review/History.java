package dev.tributary.review;

import dev.tributary.review.Past.Deed;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided about a contact, and taken back. Reads only. Thread-safe. */
@Component
public class History {

    private static final String CLUSTER = "SELECT id FROM crm_contact WHERE id = :root OR survivor_id = :root";

    private static final String LINK = """
            SELECT %s AS decided, %s AS actor, '%s' AS deed,
                   CONCAT(p.channel, ' ', COALESCE(p.handle, p.name, p.native_id)) AS who, p.id AS number, %s AS reason
            FROM link l JOIN participant p ON p.id = l.participant_id
            WHERE l.contact_id IN (:contacts)""";

    /** Of those that stand, and of those that were taken back, the contact is not in the cluster any more. */
    private static final String MERGE = """
            SELECT %s, %s, '%s', c.external_id, CAST(NULL AS SIGNED), %s
            FROM contact_merge m JOIN crm_contact c ON c.id = m.contact_id
            WHERE m.into_id IN (:contacts)""";

    private static final String MOVE = """
            SELECT %s, %s, '%s', CAST(NULL AS CHAR(190)), v.interaction_id, %s
            FROM interaction_move v
            WHERE v.contact_id IN (:contacts)""";

    private static final String NEWEST_FIRST = " ORDER BY decided DESC, deed, number DESC LIMIT :limit";

    private static final String EVERYTHING = String.join(
                    " UNION ALL ",
                    LINK.formatted("l.decided_at", "l.actor", Deed.LINKED, "l.reason"),
                    LINK.formatted("l.retracted_at", "l.retracted_by", Deed.UNLINKED, "l.retracted_for")
                            + " AND l.retracted_at IS NOT NULL",
                    MERGE.formatted("m.decided_at", "m.actor", Deed.MERGED, "m.reason"),
                    MERGE.formatted("m.retracted_at", "m.retracted_by", Deed.UNMERGED, "m.retracted_for")
                            + " AND m.retracted_at IS NOT NULL",
                    MOVE.formatted("v.decided_at", "v.actor", Deed.MOVED_HERE, "v.reason"),
                    MOVE.formatted("v.back_at", "v.back_by", Deed.MOVED_BACK, "v.back_for")
                            + " AND v.back_at IS NOT NULL")
            + NEWEST_FIRST;

    /** A participant who is on the contact no more, because a person said so, and may be brought back. */
    public record Gone(
            long participant,
            String who,
            LocalDateTime at,
            String actor,
            @Nullable String reason) {

        /** Personal data: only the number is printed. */
        @Override
        public String toString() {
            return "participant " + participant;
        }
    }

    private static final String GONE = """
            SELECT p.id, CONCAT(p.channel, ' ', COALESCE(p.handle, p.name, p.native_id)), MAX(n.decided_at), MIN(n.actor),
                   MIN(n.reason)
            FROM never_match n JOIN participant p ON p.id = n.participant_id
            WHERE n.contact_id IN (:contacts) AND n.active = TRUE
              AND NOT EXISTS (SELECT 1 FROM link l WHERE l.active_participant = p.id AND l.contact_id IN (:contacts))
            GROUP BY p.id, p.channel, p.handle, p.name, p.native_id
            ORDER BY p.id LIMIT 100""";

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest decisions, the newest first.
     *
     * @param contact the number of one that stands for itself; what was decided about those merged into it counts
     */
    public List<Past> of(long contact, int limit) {
        return jdbc.sql(EVERYTHING)
                .param("contacts", cluster(contact))
                .param("limit", limit)
                .query((row, number) -> new Past(
                        row.getObject(1, LocalDateTime.class),
                        row.getString(2),
                        Deed.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getObject(5, Long.class),
                        row.getString(6)))
                .list();
    }

    /** Whom people took off the contact. */
    public List<Gone> gone(long contact) {
        return jdbc.sql(GONE)
                .param("contacts", cluster(contact))
                .query((row, number) -> new Gone(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    /** The messages among these that a person put on the contact. */
    public List<Long> movedHere(long contact, List<Long> messages) {
        return messages.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT active_interaction FROM interaction_move WHERE active_interaction IN (:messages)"
                                + " AND contact_id IN (:contacts)")
                        .param("messages", messages)
                        .param("contacts", cluster(contact))
                        .query(Long.class)
                        .list();
    }

    private List<Long> cluster(long contact) {
        return jdbc.sql(CLUSTER).param("root", contact).query(Long.class).list();
    }
}
