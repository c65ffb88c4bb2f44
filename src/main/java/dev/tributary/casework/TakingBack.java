package dev.tributary.casework;

import dev.tributary.due.Due;
import dev.tributary.identity.SharedIdentifierChanges;
import dev.tributary.identity.SharedIdentifierChanges.Before;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import dev.tributary.review.By;
import dev.tributary.review.ManyLinks;
import dev.tributary.review.ManyLinks.Done;
import dev.tributary.review.ManyLinks.NeverBefore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a verdict back: links, refusals, registry and case become what they were before it. What a person decided later is left as
 * it is, and keeps the verdict from being taken back. Thread-safe; whoever calls is at the desk.
 */
@Component
class TakingBack {

    private static final String GIVEN = """
            SELECT v.case_id, r.participant_id, v.settles, v.asserted_link, v.retracted_link, v.retracted_status,
                   v.decided_at, v.undone_by, v.undone_at
            FROM verdict v JOIN review_case r ON r.id = v.case_id WHERE v.id = :verdict""";

    private static final String LATER = """
            SELECT actor, decided_at FROM verdict
            WHERE case_id = :case AND id > :verdict AND undone_at IS NULL AND answer <> 'NOT_SURE' ORDER BY id LIMIT 1""";

    private static final String LINKED_SINCE = """
            SELECT l.actor, l.decided_at FROM link l
            WHERE l.active_participant = :participant AND l.status = 'ASSERTED' AND l.id <> :asserted""";

    private static final String RETRACTED_SINCE = """
            SELECT l.retracted_by, l.retracted_at FROM link l WHERE l.id = :asserted AND l.active_participant IS NULL""";

    private static final String REFUSED_SINCE = """
            SELECT n.actor, n.decided_at FROM verdict_never x
            JOIN never_match n ON n.participant_id = :participant AND n.contact_id = x.contact_id
            WHERE x.verdict_id = :verdict AND n.decided_at <> :decided LIMIT 1""";

    private static final String RESTED_LINKED_SINCE = """
            SELECT s.actor, s.decided_at FROM verdict_link x JOIN link l ON l.id = x.link_id
            JOIN link s ON s.active_participant = l.participant_id
            WHERE x.verdict_id = :verdict AND s.status = 'ASSERTED' LIMIT 1""";

    private static final String RESTED_REFUSED_SINCE = """
            SELECT n.actor, n.decided_at FROM verdict_link x JOIN link l ON l.id = x.link_id
            JOIN never_match n ON n.participant_id = l.participant_id AND n.contact_id = l.contact_id
            WHERE x.verdict_id = :verdict AND n.active = TRUE LIMIT 1""";

    private static final String PASS_RESTED_ON = """
            UPDATE verdict_link SET verdict_id = :heir
            WHERE verdict_id = :verdict AND type = :type AND value_text = :value""";

    private static final String RESTED = """
            SELECT l.participant_id, l.id FROM verdict_link x JOIN link l ON l.id = x.link_id
            WHERE x.verdict_id = :verdict ORDER BY l.id""";

    private static final String NEVERS =
            "SELECT contact_id, was_known, active, actor, reason, decided_at FROM verdict_never WHERE verdict_id = :verdict";

    private static final String LAST_WORD_IS_OURS = """
            SELECT x.* FROM verdict_identifier x
            JOIN shared_identifier s ON s.type = x.type AND s.value_text = x.value_text
            WHERE x.verdict_id = :verdict
              AND NOT EXISTS (SELECT 1 FROM verdict_identifier y JOIN verdict v ON v.id = y.verdict_id
                              WHERE y.type = x.type AND y.value_text = x.value_text AND v.undone_at IS NULL AND v.id > :verdict)
              AND (s.decided_at = x.decided_at
                   OR EXISTS (SELECT 1 FROM verdict_identifier y JOIN verdict v ON v.id = y.verdict_id
                              WHERE y.type = x.type AND y.value_text = x.value_text AND v.id <= :verdict
                                AND v.decided_at = s.decided_at))""";

    private static final String HEIRS = """
            SELECT x.*, (SELECT MIN(y.verdict_id) FROM verdict_identifier y JOIN verdict v ON v.id = y.verdict_id
                         WHERE y.type = x.type AND y.value_text = x.value_text AND v.undone_at IS NULL AND v.id > :verdict) AS heir
            FROM verdict_identifier x WHERE x.verdict_id = :verdict""";

    private static final String INHERIT = """
            UPDATE verdict_identifier
            SET was_known = :known, kind = :kind, since = :since, until = :until, contact_id = :contact, origin = :origin,
                actor = :actor, reason = :reason, decided_at = :decided, ended_at = :ended
            WHERE verdict_id = :heir AND type = :type AND value_text = :value""";

    private static final String BY_A_RULE = "INFERRED";

    private record Given(
            long caseId,
            long participant,
            boolean settles,
            @Nullable Long asserted,
            @Nullable Long retracted,
            @Nullable String retractedStatus,
            LocalDateTime decidedAt,
            @Nullable String undoneBy) {}

    private record Since(String actor, LocalDateTime at) {}

    private record Inherited(@Nullable Long heir, Before before) {}

    private final JdbcClient jdbc;
    private final ManyLinks links;
    private final SharedIdentifierChanges registry;
    private final Due due;

    TakingBack(JdbcClient jdbc, ManyLinks links, SharedIdentifierChanges registry, Due due) {
        this.jdbc = jdbc;
        this.links = links;
        this.registry = registry;
        this.due = due;
    }

    Undone undo(long verdict, By by, LocalDateTime now) {
        Optional<Given> found = given(verdict);
        if (found.isEmpty()) {
            return new Undone(verdict, false, "There is no verdict with this number.");
        }
        Given given = found.get();
        if (given.undoneBy() != null) {
            return new Undone(verdict, true, given.undoneBy() + " took it back already.");
        }
        Optional<Since> since = since(verdict, given);
        if (since.isPresent()) {
            return new Undone(
                    verdict,
                    false,
                    since.get().actor() + " decided on " + since.get().at().toLocalDate()
                            + " what rests on it. Take that back first.");
        }
        restore(verdict, given, by, now);
        return new Undone(verdict, true, "All is as it was before.");
    }

    private void restore(long verdict, Given given, By by, LocalDateTime now) {
        List<NeverBefore> nevers = nevers(verdict);
        if (given.asserted() != null || given.retracted() != null || !nevers.isEmpty()) {
            links.restore(
                    new Done(given.participant(), given.asserted(), given.retracted(), given.retractedStatus(), nevers),
                    by,
                    now);
        }
        registry.restore(jdbc.sql(LAST_WORD_IS_OURS)
                .param("verdict", verdict)
                .query((row, number) -> before(row))
                .list());
        passOn(verdict);
        restored(verdict).forEach(it -> links.restore(it, by, now));
        jdbc.sql("UPDATE review_candidate SET verdict_id = NULL WHERE case_id = :case AND verdict_id = :verdict")
                .param("case", given.caseId())
                .param("verdict", verdict)
                .update();
        if (given.settles()) {
            jdbc.sql("UPDATE review_case SET state = 'OPEN' WHERE id = :case AND state = 'DECIDED'")
                    .param("case", given.caseId())
                    .update();
        }
        due.participants(List.of(given.participant()));
        jdbc.sql("UPDATE verdict SET undone_by = :actor, undone_at = :now WHERE id = :verdict")
                .param("actor", by.actor())
                .param("now", now)
                .param("verdict", verdict)
                .update();
    }

    /** What was before passes on to the next verdict that says the same identifier is shared: it is brought back with that one. */
    private void passOn(long verdict) {
        List<Inherited> all = jdbc.sql(HEIRS)
                .param("verdict", verdict)
                .query((row, number) -> new Inherited(row.getObject("heir", Long.class), before(row)))
                .list();
        for (Inherited it : all) {
            if (it.heir() != null) {
                Before before = it.before();
                jdbc.sql(PASS_RESTED_ON)
                        .param("heir", it.heir())
                        .param("verdict", verdict)
                        .param("type", before.type().name())
                        .param("value", before.value())
                        .update();
                jdbc.sql(INHERIT)
                        .param("known", before.known())
                        .param(
                                "kind",
                                before.kind() == null ? null : before.kind().name())
                        .param("since", before.since())
                        .param("until", before.until())
                        .param("contact", before.contact())
                        .param("origin", before.origin())
                        .param("actor", before.actor())
                        .param("reason", before.reason())
                        .param("decided", before.decided())
                        .param("ended", before.ended())
                        .param("heir", it.heir())
                        .param("type", before.type().name())
                        .param("value", before.value())
                        .update();
            }
        }
    }

    /** Whoever decided since what this verdict must not take back. */
    private Optional<Since> since(long verdict, Given given) {
        long asserted = given.asserted() == null ? 0 : given.asserted();
        return first(LATER, verdict, given, asserted)
                .or(() -> given.asserted() == null && given.retracted() == null
                        ? Optional.empty()
                        : first(LINKED_SINCE, verdict, given, asserted))
                .or(() -> first(RETRACTED_SINCE, verdict, given, asserted))
                .or(() -> first(REFUSED_SINCE, verdict, given, asserted))
                .or(() -> first(RESTED_LINKED_SINCE, verdict, given, asserted))
                .or(() -> first(RESTED_REFUSED_SINCE, verdict, given, asserted));
    }

    /** The links that rested on what it says is shared, and on what no other verdict does. */
    private List<Done> restored(long verdict) {
        return jdbc.sql(RESTED)
                .param("verdict", verdict)
                .query((row, number) ->
                        new Done(row.getLong(1), null, row.getLong(2), BY_A_RULE, List.<NeverBefore>of()))
                .list();
    }

    private Optional<Since> first(String sql, long verdict, Given given, long asserted) {
        return jdbc
                .sql(sql)
                .param("verdict", verdict)
                .param("case", given.caseId())
                .param("participant", given.participant())
                .param("asserted", asserted)
                .param("decided", given.decidedAt())
                .query((row, number) -> new Since(row.getString(1), row.getObject(2, LocalDateTime.class)))
                .list()
                .stream()
                .findFirst();
    }

    private Optional<Given> given(long verdict) {
        return jdbc.sql(GIVEN)
                .param("verdict", verdict)
                .query((row, number) -> new Given(
                        row.getLong("case_id"),
                        row.getLong("participant_id"),
                        row.getBoolean("settles"),
                        row.getObject("asserted_link", Long.class),
                        row.getObject("retracted_link", Long.class),
                        row.getString("retracted_status"),
                        row.getObject("decided_at", LocalDateTime.class),
                        row.getString("undone_by")))
                .optional();
    }

    private List<NeverBefore> nevers(long verdict) {
        return jdbc.sql(NEVERS)
                .param("verdict", verdict)
                .query((row, number) -> new NeverBefore(
                        row.getLong(1),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDateTime.class)))
                .list();
    }

    private static Before before(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Before(
                IdentifierType.valueOf(row.getString("type")),
                row.getString("value_text"),
                row.getBoolean("was_known"),
                kind == null ? null : SharedKind.valueOf(kind),
                row.getObject("since", LocalDateTime.class),
                row.getObject("until", LocalDateTime.class),
                row.getObject("contact_id", Long.class),
                row.getString("origin"),
                row.getString("actor"),
                row.getString("reason"),
                row.getObject("decided_at", LocalDateTime.class),
                row.getObject("ended_at", LocalDateTime.class));
    }
}
