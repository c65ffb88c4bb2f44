package dev.tributary.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of the open cases in the order of {@link Place}. */
@Component
class CaseQueue {

    /** A case, and where it stands. */
    static final String PLACED = """
            SELECT r.id, r.participant_id, r.reason, r.state, r.opened_at,
                   CASE WHEN EXISTS (SELECT 1 FROM verdict v WHERE v.case_id = r.id AND v.undone_at IS NULL
                                     AND v.answer = 'NOT_SURE') THEN 1 ELSE 0 END AS unsure,
                   COALESCE(r.likelihood, 0) AS likely,
                   (SELECT COUNT(DISTINCT ip.interaction_id) FROM interaction_participant ip
                    WHERE ip.participant_id = r.participant_id) AS messages
            FROM review_case r""";

    private static final String OPEN = """
            SELECT placed.id FROM (%s JOIN participant p ON p.id = r.participant_id
                                   WHERE r.state = 'OPEN' AND p.side = 1 %s) placed
            %s
            ORDER BY unsure, likely DESC, messages DESC, id %s""";

    private static final String AFTER = """
            WHERE unsure > :unsure
               OR unsure = :unsure AND (likely < :likely
                  OR likely = :likely AND (messages < :messages
                     OR messages = :messages AND id > :id))""";

    private static final String RESTS_ON = """
            AND EXISTS (SELECT 1 FROM review_candidate k WHERE k.case_id = r.id
                         AND k.type = :type AND k.value_text = :value)""";

    private final JdbcClient jdbc;

    CaseQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> next(QueueFilter filter, @Nullable Place after, int limit) {
        Map<String, Object> parameters = parameters(filter);
        parameters.put("limit", limit);
        if (after != null) {
            parameters.put("unsure", after.unsure() ? 1 : 0);
            parameters.put("likely", after.likelihood());
            parameters.put("messages", after.messages());
            parameters.put("id", after.id());
        }
        return ids(OPEN.formatted(PLACED, conditions(filter), after == null ? "" : AFTER, "LIMIT :limit"), parameters);
    }

    List<Long> all(QueueFilter filter) {
        return ids(OPEN.formatted(PLACED, conditions(filter), "", ""), parameters(filter));
    }

    long count(QueueFilter filter) {
        return jdbc.sql("SELECT COUNT(*) FROM review_case r JOIN participant p ON p.id = r.participant_id"
                        + " WHERE r.state = 'OPEN' AND p.side = 1 " + conditions(filter))
                .params(parameters(filter))
                .query(Long.class)
                .single();
    }

    private List<Long> ids(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).list();
    }

    private static String conditions(QueueFilter filter) {
        return (filter.channel() == null ? "" : "AND p.channel = :channel ")
                + (filter.reason() == null ? "" : "AND r.reason = :reason ")
                + (filter.identifier() == null ? "" : RESTS_ON);
    }

    private static Map<String, Object> parameters(QueueFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        if (filter.channel() != null) {
            parameters.put("channel", filter.channel());
        }
        if (filter.reason() != null) {
            parameters.put("reason", filter.reason());
        }
        if (filter.identifier() != null) {
            parameters.put("type", filter.identifier().type().name());
            parameters.put("value", filter.identifier().value());
        }
        return parameters;
    }
}
