package dev.tributary.casework;

import dev.tributary.interaction.SharedKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was said of some cases, the oldest verdict first. Not thread-safe. */
final class GivenVerdicts {

    private static final String VERDICTS = """
            SELECT v.id, v.case_id, v.answer, c.external_id, v.kind, v.comment_text, v.actor, v.decided_at, v.undone_by,
                   v.undone_at
            FROM verdict v LEFT JOIN crm_contact c ON c.id = v.contact_id
            WHERE %s ORDER BY v.id""";

    private static final String IDENTIFIERS = """
            SELECT x.verdict_id, x.type, x.value_text FROM verdict_identifier x JOIN verdict v ON v.id = x.verdict_id
            WHERE %s ORDER BY x.verdict_id, x.type, x.value_text""";

    private final Map<Long, List<Verdict>> byCase = new HashMap<>();

    private GivenVerdicts(JdbcClient jdbc, String condition, List<Long> ids) {
        Map<Long, List<IdentifierKey>> identifiers = new HashMap<>();
        jdbc.sql(IDENTIFIERS.formatted(condition)).param("ids", ids).query(row -> {
            identifiers
                    .computeIfAbsent(row.getLong("verdict_id"), any -> new ArrayList<>())
                    .add(KnownIdentifiers.key(row, "type", "value_text"));
        });
        jdbc.sql(VERDICTS.formatted(condition)).param("ids", ids).query(row -> {
            byCase.computeIfAbsent(row.getLong("case_id"), any -> new ArrayList<>())
                    .add(verdict(row, identifiers.getOrDefault(row.getLong("id"), List.of())));
        });
    }

    /** Those that stand. */
    static GivenVerdicts of(JdbcClient jdbc, List<Long> cases) {
        return new GivenVerdicts(jdbc, "v.case_id IN (:ids) AND v.undone_at IS NULL", cases);
    }

    /** All that were ever given. */
    static GivenVerdicts ever(JdbcClient jdbc, List<Long> cases) {
        return new GivenVerdicts(jdbc, "v.case_id IN (:ids)", cases);
    }

    List<Verdict> on(long caseId) {
        return byCase.getOrDefault(caseId, List.of());
    }

    private static Verdict verdict(ResultSet row, List<IdentifierKey> identifiers) throws SQLException {
        String kind = row.getString("kind");
        return new Verdict(
                row.getLong("id"),
                row.getLong("case_id"),
                Answer.valueOf(row.getString("answer")),
                row.getString("external_id"),
                identifiers,
                kind == null ? null : SharedKind.valueOf(kind),
                row.getString("comment_text"),
                row.getString("actor"),
                row.getObject("decided_at", LocalDateTime.class),
                row.getString("undone_by"),
                row.getObject("undone_at", LocalDateTime.class));
    }
}
