package dev.tributary.identity;

import dev.tributary.identity.AboutContact.Member;
import dev.tributary.identity.AboutContact.Merge;
import dev.tributary.identity.AboutContact.Point;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on a contact, and why. Reads only. Thread-safe. */
@Component
public class ContactExplanations {

    private static final String CONTACT = """
            SELECT c.external_id, COALESCE(g.name, root.name), root.external_id, root.id
            FROM crm_contact c
            JOIN crm_contact root ON root.id = COALESCE(c.survivor_id, c.id)
            LEFT JOIN golden_contact g ON g.contact_id = root.id
            WHERE c.id = :contact""";

    private static final String MERGES = """
            SELECT c.external_id, target.external_id, m.status, m.rule, m.actor, m.reason, m.decided_at
            FROM contact_merge m
            JOIN crm_contact c ON c.id = m.active_contact
            JOIN crm_contact target ON target.id = m.into_id
            WHERE c.survivor_id = :root ORDER BY m.id""";

    private static final String POINTS = """
            SELECT c.external_id, p.type, p.raw, p.value_text, p.origin,
                   (SELECT COUNT(DISTINCT COALESCE(o.survivor_id, o.id))
                    FROM crm_contact_point other JOIN crm_contact o ON o.id = other.contact_id
                    WHERE other.type = p.type AND other.value_text = p.value_text AND other.origin = 'CRM'
                      AND COALESCE(o.survivor_id, o.id) <> :root) AS others,
                   s.kind
            FROM crm_contact c
            JOIN crm_contact_point p ON p.contact_id = c.id
            LEFT JOIN shared_identifier s ON s.type = p.type AND s.value_text = p.value_text AND s.ended_at IS NULL
            WHERE c.id = :root OR c.survivor_id = :root
            ORDER BY p.type, p.value_text, p.origin, c.external_id""";

    private static final String MEMBERS = """
            SELECT p.id, p.channel, COALESCE(p.handle, p.name, p.native_id), c.external_id, l.status, l.rule, l.evidence,
                   l.actor, l.run_id, l.decided_at,
                   (SELECT COUNT(DISTINCT ip.interaction_id) FROM interaction_participant ip
                    WHERE ip.participant_id = p.id) AS messages
            FROM crm_contact c
            JOIN link l ON l.contact_id = c.id AND l.active_participant IS NOT NULL
            JOIN participant p ON p.id = l.active_participant
            WHERE c.id = :root OR c.survivor_id = :root
            ORDER BY p.id""";

    private static final String MOVED = """
            SELECT COUNT(*) FROM interaction_move m JOIN crm_contact c ON c.id = m.contact_id
            WHERE m.active_interaction IS NOT NULL AND (c.id = :root OR c.survivor_id = :root)""";

    private final JdbcClient jdbc;

    ContactExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param contact its number
     * @return empty where there is no such contact
     */
    public Optional<AboutContact> of(long contact) {
        return jdbc.sql(CONTACT)
                .param("contact", contact)
                .query((row, number) -> about(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .optional();
    }

    private AboutContact about(String contact, String name, String survivor, long root) {
        return new AboutContact(
                contact,
                name,
                survivor,
                jdbc.sql(MERGES)
                        .param("root", root)
                        .query((row, number) -> new Merge(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, LocalDateTime.class)))
                        .list(),
                jdbc.sql(POINTS)
                        .param("root", root)
                        .query((row, number) -> new Point(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getString(7)))
                        .list(),
                jdbc.sql(MEMBERS)
                        .param("root", root)
                        .query((row, number) -> new Member(
                                row.getLong(1),
                                row.getString(2) + " " + row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getObject(9, Long.class),
                                row.getObject(10, LocalDateTime.class),
                                row.getLong(11)))
                        .list(),
                jdbc.sql(MOVED).param("root", root).query(Long.class).single());
    }
}
