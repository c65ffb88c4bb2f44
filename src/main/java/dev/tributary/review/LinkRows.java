package dev.tributary.review;

import dev.tributary.due.Due;
import dev.tributary.store.Portions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code link} and {@code never_match}, many at a time. What a person says of a participant takes its case out of the
 * queue. Thread-safe; whoever calls holds the desk.
 */
@Component
class LinkRows {

    /** As it stands in {@code link.rule} and {@code contact_merge.rule}. */
    static final String BY_A_PERSON = "person";

    private static final String STANDING = """
            SELECT l.id, l.participant_id, l.contact_id, c.external_id, COALESCE(c.survivor_id, c.id) AS survivor, l.status
            FROM link l JOIN crm_contact c ON c.id = l.contact_id
            WHERE l.active_participant IS NOT NULL AND %s ORDER BY l.id""";

    private static final String RETRACTED = """
            SELECT l.id, l.contact_id, COALESCE(c.survivor_id, c.id), l.rule
            FROM link l JOIN crm_contact c ON c.id = l.contact_id
            WHERE l.participant_id = :participant AND l.status = 'RETRACTED' AND l.retracted_at = :at ORDER BY l.id DESC""";

    private static final String RETRACT = """
            UPDATE link SET status = 'RETRACTED', active_participant = NULL, retracted_by = ?, retracted_at = ?,
              retracted_for = ?, on_timeline = FALSE
            WHERE id = ?""";

    private static final String RESTORE = """
            UPDATE link SET status = ?, active_participant = participant_id, retracted_by = NULL, retracted_at = NULL,
              retracted_for = NULL, on_timeline = TRUE
            WHERE id = ?""";

    private static final String ASSERT = """
            INSERT INTO link (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor,
                              reason, decided_at)
            VALUES (?, ?, ?, 'ASSERTED', ?, ?, '[]', ?, ?, ?)""";

    private static final String NEVER = """
            INSERT INTO never_match (participant_id, contact_id, active, actor, reason, decided_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE active = VALUES(active), actor = VALUES(actor), reason = VALUES(reason),
              decided_at = VALUES(decided_at)""";

    private static final String NEVERS = """
            SELECT n.participant_id, n.contact_id, COALESCE(c.survivor_id, c.id), n.active, n.actor, n.reason, n.decided_at
            FROM never_match n JOIN crm_contact c ON c.id = n.contact_id
            WHERE n.participant_id IN (:participants)""";

    private static final String LINKED = """
            UPDATE review_case SET state = 'DECIDED' WHERE state = 'OPEN' AND participant_id IN (:participants)""";

    private static final String NOBODY_LEFT = """
            UPDATE review_case SET state = 'DECIDED'
            WHERE state = 'OPEN' AND participant_id IN (:participants)
              AND NOT EXISTS (SELECT 1 FROM review_candidate k JOIN crm_contact c ON c.id = k.contact_id
                              WHERE k.case_id = review_case.id
                                AND NOT EXISTS (SELECT 1 FROM never_match n JOIN crm_contact nc ON nc.id = n.contact_id
                                                WHERE n.participant_id = review_case.participant_id AND n.active = TRUE
                                                  AND COALESCE(nc.survivor_id, nc.id) = COALESCE(c.survivor_id, c.id)))
              AND NOT EXISTS (SELECT 1 FROM link l WHERE l.active_participant = review_case.participant_id)""";

    /** A link that stands. */
    record Standing(long id, long participant, long contact, String externalId, long survivor, boolean asserted) {
        String status() {
            return asserted ? "ASSERTED" : "INFERRED";
        }
    }

    /** A link that stands no more, and that may stand again as it stood. */
    record Retracted(long id, long contact, long survivor, String status) {}

    /** A participant and a contact, and who says something of them. */
    record Pair(long participant, long contact, By by) {}

    /** A row of {@code never_match}. */
    record Never(
            long participant,
            long contact,
            long survivor,
            boolean active,
            String actor,
            @Nullable String reason,
            LocalDateTime decidedAt) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Due due;

    LinkRows(JdbcClient jdbc, JdbcTemplate batches, Due due) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.due = due;
    }

    List<Standing> standingOf(Collection<Long> participants) {
        return standing("l.active_participant IN (:ids)", participants);
    }

    /** Those of these links that stand. */
    List<Standing> standing(Collection<Long> links) {
        return standing("l.id IN (:ids)", links);
    }

    private List<Standing> standing(String condition, Collection<Long> ids) {
        List<Standing> standing = new ArrayList<>();
        for (List<Long> some : Portions.sorted(ids)) {
            standing.addAll(jdbc.sql(STANDING.formatted(condition))
                    .param("ids", some)
                    .query((row, number) -> new Standing(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getLong(5),
                            "ASSERTED".equals(row.getString(6))))
                    .list());
        }
        return standing;
    }

    /** Those of a participant's links that were retracted at a moment, which is that of the decision that retracted them. */
    List<Retracted> retracted(long participant, LocalDateTime at) {
        return jdbc.sql(RETRACTED)
                .param("participant", participant)
                .param("at", at)
                .query((row, number) -> new Retracted(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        BY_A_PERSON.equals(row.getString(4)) ? "ASSERTED" : "INFERRED"))
                .list();
    }

    /** When a link was made. */
    LocalDateTime decidedAt(long link) {
        return jdbc.sql("SELECT decided_at FROM link WHERE id = :link")
                .param("link", link)
                .query(LocalDateTime.class)
                .single();
    }

    /** @param links their numbers, and who retracts each */
    void retract(Map<Long, By> links, LocalDateTime now) {
        List<Object[]> rows = new ArrayList<>();
        links.forEach((link, by) -> rows.add(new Object[] {by.actor(), now, by.reason(), link}));
        batch(RETRACT, rows);
        ofThese(links.keySet());
    }

    /** Lets a retracted link stand again as it stood. */
    void restore(long link, String status) {
        batch(RESTORE, List.<Object[]>of(new Object[] {status, link}));
        ofThese(List.of(link));
    }

    /** Links that a person makes: one for each participant, of whom no link stands. */
    void assertThese(List<Pair> pairs, LocalDateTime now) {
        List<Long> participants = pairs.stream().map(Pair::participant).toList();
        Map<List<Long>, Integer> last = new HashMap<>();
        for (List<Long> some : Portions.sorted(participants)) {
            jdbc.sql(
                            "SELECT participant_id, contact_id, MAX(sequence) FROM link WHERE participant_id IN (:participants)"
                                    + " GROUP BY participant_id, contact_id")
                    .param("participants", some)
                    .query(row -> {
                        last.put(List.of(row.getLong(1), row.getLong(2)), row.getInt(3));
                    });
        }
        batch(
                ASSERT,
                pairs.stream()
                        .map(it -> new Object[] {
                            it.participant(),
                            it.contact(),
                            last.getOrDefault(List.of(it.participant(), it.contact()), 0) + 1,
                            it.participant(),
                            BY_A_PERSON,
                            it.by().actor(),
                            it.by().reason(),
                            now
                        })
                        .toList());
        forEach(LINKED, participants);
        due.participants(participants);
    }

    /** Says of each pair that they never match, or takes that back. */
    void never(List<Pair> pairs, boolean active, LocalDateTime now) {
        batch(
                NEVER,
                pairs.stream()
                        .map(it -> new Object[] {
                            it.participant(),
                            it.contact(),
                            active,
                            it.by().actor(),
                            it.by().reason(),
                            now
                        })
                        .toList());
        due.participants(pairs.stream().map(Pair::participant).toList());
    }

    /** Takes the cases of which no contact is left to ask about out of the queue. */
    void askNoMoreWhereNobodyIsLeft(Collection<Long> participants) {
        forEach(NOBODY_LEFT, participants);
    }

    /** All that was ever said of these participants, taken back or not. */
    List<Never> nevers(Collection<Long> participants) {
        List<Never> nevers = new ArrayList<>();
        for (List<Long> some : Portions.sorted(participants)) {
            nevers.addAll(jdbc.sql(NEVERS)
                    .param("participants", some)
                    .query((row, number) -> new Never(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getBoolean(4),
                            row.getString(5),
                            row.getString(6),
                            row.getObject(7, LocalDateTime.class)))
                    .list());
        }
        return nevers;
    }

    /** Puts a row back as it was. */
    void restore(Never before) {
        batch(NEVER, List.<Object[]>of(new Object[] {
            before.participant(), before.contact(), before.active(), before.actor(), before.reason(), before.decidedAt()
        }));
        due.participants(List.of(before.participant()));
    }

    void forget(long participant, long contact) {
        jdbc.sql("DELETE FROM never_match WHERE participant_id = :participant AND contact_id = :contact")
                .param("participant", participant)
                .param("contact", contact)
                .update();
        due.participants(List.of(participant));
    }

    /** @param links of whose participants it may be another contact that is right now */
    private void ofThese(Collection<Long> links) {
        for (List<Long> some : Portions.sorted(links)) {
            due.participants(jdbc.sql("SELECT DISTINCT participant_id FROM link WHERE id IN (:links)")
                    .param("links", some)
                    .query(Long.class)
                    .list());
        }
    }

    private void forEach(String sql, Collection<Long> participants) {
        for (List<Long> some : Portions.sorted(participants)) {
            jdbc.sql(sql).param("participants", some).update();
        }
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
    }
}
