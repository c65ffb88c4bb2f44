package dev.tributary.timeline;

import dev.tributary.due.Due;
import dev.tributary.store.Portions;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code crm_contact_point} with the origin TRIBUTARY: what a standing link proves to be the contact's, and the CRM
 * does not hold on it. They lie on the contact that was linked, and not on the one that survives it.
 */
@Component
class LearnedPoints {

    private static final String PROOF = """
            FROM link l JOIN participant_identifier i ON i.participant_id = l.active_participant
            WHERE i.usable = TRUE AND i.grade <> 'DECLARED' AND (l.run_id IS NULL OR l.run_id <= :linked)""";

    private static final String LEARN = """
            INSERT INTO crm_contact_point (contact_id, type, value_text, raw, usable, origin)
            SELECT proved.contact_id, proved.type, proved.value_text, proved.raw, TRUE, 'TRIBUTARY'
            FROM (SELECT l.contact_id, i.type, i.value_text, MIN(i.raw) AS raw %s AND l.contact_id IN (:ids)
                  GROUP BY l.contact_id, i.type, i.value_text) proved
            WHERE NOT EXISTS (SELECT 1 FROM crm_contact_point known WHERE known.contact_id = proved.contact_id
                              AND known.type = proved.type AND known.value_text = proved.value_text
                              AND (known.origin = 'CRM' OR known.raw = proved.raw))
            ON DUPLICATE KEY UPDATE raw = VALUES(raw)""";

    /** What an identifier was first written as only ever comes to stand earlier in the order of bytes, and so does the smallest. */
    private static final String LEARN_NEWS = """
            INSERT INTO crm_contact_point (contact_id, type, value_text, raw, usable, origin)
            SELECT l.contact_id, i.type, i.value_text, MIN(i.raw), TRUE, 'TRIBUTARY'
            %s %%s
              AND NOT EXISTS (SELECT 1 FROM crm_contact_point known WHERE known.contact_id = l.contact_id
                              AND known.type = i.type AND known.value_text = i.value_text
                              AND (known.origin = 'CRM' OR known.raw <= i.raw))
            GROUP BY l.contact_id, i.type, i.value_text
            ON DUPLICATE KEY UPDATE raw = VALUES(raw)""".formatted(PROOF);

    private static final String FORGET = """
            DELETE FROM crm_contact_point
            WHERE origin = 'TRIBUTARY' AND contact_id IN (:ids)
              AND NOT EXISTS (SELECT 1 %s AND l.contact_id = crm_contact_point.contact_id
                              AND i.type = crm_contact_point.type AND i.value_text = crm_contact_point.value_text)""";

    /** MySQL deletes from no table that a condition reads, unless it is read aside. */
    private static final String GIVE_WAY = """
            DELETE FROM crm_contact_point
            WHERE origin = 'TRIBUTARY' AND contact_id IN (:ids)
              AND EXISTS (SELECT 1 FROM (SELECT DISTINCT contact_id, type, value_text FROM crm_contact_point
                                         WHERE origin = 'CRM' AND contact_id IN (:ids)) own
                          WHERE own.contact_id = crm_contact_point.contact_id AND own.type = crm_contact_point.type
                            AND own.value_text = crm_contact_point.value_text)""";

    private static final String COUNT =
            "SELECT COUNT(*) FROM crm_contact_point WHERE origin = 'TRIBUTARY' AND contact_id IN (:ids)";

    /** Whose identifiers are others than before is decided upon anew, and so is who is linked. */
    private static final String OF_THE_DECIDED = "AND l.active_participant IN (" + Due.DECIDED + ")";

    private final JdbcClient jdbc;
    private final Due due;

    LearnedPoints(JdbcClient jdbc, Due due) {
        this.jdbc = jdbc;
        this.due = due;
    }

    /** What the links of all runs prove and no contact has yet; what no link proves any more was taken away with the link. */
    void publish() {
        jdbc.sql(LEARN_NEWS.formatted(due.isEverybodyDecided() ? "" : OF_THE_DECIDED))
                .param("linked", Long.MAX_VALUE)
                .update();
    }

    /**
     * Those of these contacts.
     *
     * @param linked links of later runs do not count
     */
    TimelineEntries.Changed refresh(Collection<Long> contacts, long linked) {
        TimelineEntries.Changed changed = TimelineEntries.Changed.NOTHING;
        for (Collection<Long> some : Portions.sorted(contacts)) {
            Map<String, Object> parameters = Map.of("ids", some, "linked", linked);
            long before = count(parameters);
            long removed = jdbc.sql(FORGET.formatted(PROOF)).params(parameters).update()
                    + jdbc.sql(GIVE_WAY).params(parameters).update();
            jdbc.sql(LEARN.formatted(PROOF)).params(parameters).update();
            changed = changed.plus(new TimelineEntries.Changed(count(parameters) - before + removed, removed));
        }
        return changed;
    }

    private long count(Map<String, Object> parameters) {
        return jdbc.sql(COUNT).params(parameters).query(Long.class).single();
    }
}
