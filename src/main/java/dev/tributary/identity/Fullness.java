package dev.tributary.identity;

import dev.tributary.due.Due;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.store.Portions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the contacts that would get more links by rules than one person has. All newcomers of such a contact are left to a person,
 * so that it makes no difference who comes first.
 */
final class Fullness {

    /** More than decisions make: whoever might reach a contact, by whatever counts. */
    private static final String MIGHT = """
            SELECT COALESCE(c.survivor_id, c.id)
            FROM (SELECT held.contact_id, i.participant_id
                  FROM participant_identifier i
                  JOIN participant p ON p.id = i.participant_id AND p.side = 1
                  LEFT JOIN loose_identifier q ON q.type = i.type AND q.value_text = i.value_text
                  JOIN crm_contact_point held ON held.type = i.type
                    AND held.value_text = COALESCE(q.other, i.value_text) AND held.origin = 'CRM'
                  WHERE i.grade <> 'DECLARED'
                  UNION
                  SELECT s.contact_id, i.participant_id
                  FROM shared_identifier s
                  JOIN participant_identifier i ON i.type = s.type AND i.value_text = s.value_text
                  WHERE s.contact_id IS NOT NULL AND s.ended_at IS NULL
                  UNION
                  SELECT contact_id, active_participant FROM link
                  WHERE active_participant IS NOT NULL AND status = 'INFERRED') reach
            JOIN crm_contact c ON c.id = reach.contact_id
            GROUP BY COALESCE(c.survivor_id, c.id) HAVING COUNT(*) > ?""";

    /** Whoever might reach any of these contacts. */
    private static final String WHO_MIGHT = """
            SELECT i.participant_id
            FROM crm_contact_point held
            JOIN participant_identifier i ON i.type = held.type AND i.value_text = held.value_text
            WHERE held.origin = 'CRM' AND held.contact_id IN (%1$s)
            UNION
            SELECT i.participant_id
            FROM crm_contact_point held
            JOIN loose_identifier q ON q.type = held.type AND q.other = held.value_text
            JOIN participant_identifier i ON i.type = q.type AND i.value_text = q.value_text
            WHERE held.origin = 'CRM' AND held.contact_id IN (%1$s)
            UNION
            SELECT i.participant_id
            FROM shared_identifier s
            JOIN participant_identifier i ON i.type = s.type AND i.value_text = s.value_text
            WHERE s.ended_at IS NULL AND s.contact_id IN (%1$s)""";

    /** Those that somebody who is due might reach. */
    private static final String IN_REACH = """
            SELECT DISTINCT COALESCE(c.survivor_id, c.id)
            FROM (SELECT held.contact_id
                  FROM (%1$s) due
                  JOIN participant_identifier i ON i.participant_id = due.participant_id
                  LEFT JOIN loose_identifier q ON q.type = i.type AND q.value_text = i.value_text
                  JOIN crm_contact_point held ON held.type = i.type
                    AND held.value_text = COALESCE(q.other, i.value_text) AND held.origin = 'CRM'
                  UNION
                  SELECT s.contact_id
                  FROM (%1$s) due
                  JOIN participant_identifier i ON i.participant_id = due.participant_id
                  JOIN shared_identifier s ON s.type = i.type AND s.value_text = i.value_text AND s.ended_at IS NULL) reach
            JOIN crm_contact c ON c.id = reach.contact_id""".formatted(Due.TAKEN);

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final int most;

    /** @param most so many links by rules a contact may have */
    Fullness(JdbcTemplate jdbc, DataSource dataSource, int most) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.most = most;
    }

    /**
     * All of them.
     *
     * @param matcher as it decides where no contact is full
     */
    Set<Long> full(Matcher matcher) {
        return full(matcher, jdbc.queryForList(MIGHT, Long.class, most));
    }

    /** Those of them that somebody who is due might be. */
    Set<Long> fullInReach(Matcher matcher) {
        return full(matcher, jdbc.queryForList(IN_REACH, Long.class));
    }

    private Set<Long> full(Matcher matcher, List<Long> might) {
        Set<Long> full = new TreeSet<>();
        Portions.of(might).forEach(some -> full.addAll(fullOf(matcher, some)));
        return full;
    }

    private Set<Long> fullOf(Matcher matcher, List<Long> contacts) {
        Map<Long, Integer> newcomers = new HashMap<>();
        List<Long> members = jdbc.queryForList(
                "SELECT id FROM crm_contact WHERE id IN (%1$s) UNION SELECT id FROM crm_contact WHERE survivor_id IN (%1$s)"
                        .formatted(Portions.marks(contacts)),
                Long.class,
                times(2, contacts));
        CandidateReader.ofThose(dataSource, WHO_MIGHT.formatted(Portions.marks(members)), times(3, members))
                .forEach(candidate -> {
                    if (candidate.standing() == null && matcher.decide(candidate) instanceof Linked linked) {
                        newcomers.merge(linked.contact(), 1, Integer::sum);
                    }
                });
        Map<Long, Integer> links = new HashMap<>(newcomers);
        jdbc.query(
                """
                SELECT COALESCE(c.survivor_id, c.id), COUNT(*)
                FROM link l JOIN crm_contact c ON c.id = l.contact_id
                WHERE l.active_participant IS NOT NULL AND l.status = 'INFERRED'
                  AND c.id IN (%s)
                GROUP BY COALESCE(c.survivor_id, c.id)""".formatted(Portions.marks(members)),
                row -> {
                    links.merge(row.getLong(1), row.getInt(2), Integer::sum);
                },
                members.toArray());
        Set<Long> full = new TreeSet<>(newcomers.keySet());
        full.removeIf(contact -> !contacts.contains(contact) || links.getOrDefault(contact, 0) <= most);
        return full;
    }

    private static Object[] times(int times, List<Long> ids) {
        return Collections.nCopies(times, ids).stream().flatMap(List::stream).toArray();
    }
}
