package dev.tributary.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            ORDER BY %s %s""";

    private static final String FORWARD = "unsure, likely DESC, messages DESC, id";
    private static final String BACKWARD = "unsure DESC, likely, messages, id DESC";

    private static final String AFTER = """
            WHERE unsure > :unsure
               OR unsure = :unsure AND (likely < :likely
                  OR likely = :likely AND (messages < :messages
                     OR messages = :messages AND id > :id))""";

    private static final String BEFORE = """
            WHERE unsure < :unsure
               OR unsure = :unsure AND (likely > :likely
                  OR likely = :likely AND (messages > :messages
                     OR messages = :messages AND id < :id))""";

    private static final String RESTS_ON = """
            AND EXISTS (SELECT 1 FROM review_candidate k WHERE k.case_id = r.id
                         AND k.type = :type AND k.value_text = :value)""";

    private static final String SO_LIKELY =
            "AND COALESCE(r.likelihood, 0) >= :from AND COALESCE(r.likelihood, 0) < :below ";

    private final JdbcClient jdbc;

    CaseQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Long> next(QueueFilter filter, @Nullable Place after, int limit) {
        Map<String, Object> parameters = parameters(filter);
        parameters.put("limit", limit);
        if (after != null) {
            stand(parameters, after);
        }
        return ids(open(filter, after == null ? "" : AFTER, FORWARD, "LIMIT :limit"), parameters);
    }

    /** The one before this place; empty where it is the first. */
    Optional<Long> before(QueueFilter filter, Place place) {
        Map<String, Object> parameters = parameters(filter);
        stand(parameters, place);
        return ids(open(filter, BEFORE, BACKWARD, "LIMIT 1"), parameters).stream()
                .findFirst();
    }

    List<Long> all(QueueFilter filter) {
        return ids(open(filter, "", FORWARD, ""), parameters(filter));
    }

    private static String open(QueueFilter filter, String from, String order, String limit) {
        return OPEN.formatted(PLACED, conditions(filter), from, order, limit);
    }

    private static void stand(Map<String, Object> parameters, Place place) {
        parameters.put("unsure", place.unsure() ? 1 : 0);
        parameters.put("likely", place.likelihood());
        parameters.put("messages", place.messages());
        parameters.put("id", place.id());
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
                + (filter.likelihood() == null ? "" : SO_LIKELY)
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
        if (filter.likelihood() != null) {
            parameters.put("from", filter.likelihood().from());
            parameters.put("below", filter.likelihood().below());
        }
        if (filter.identifier() != null) {
            parameters.put("type", filter.identifier().type().name());
            parameters.put("value", filter.identifier().value());
        }
        return parameters;
    }
}
