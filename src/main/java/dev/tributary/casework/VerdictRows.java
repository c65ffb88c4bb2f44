package dev.tributary.casework;

import dev.tributary.identity.SharedIdentifierChanges.Before;
import dev.tributary.identity.SharedIdentifierChanges.Which;
import dev.tributary.review.ManyLinks.Done;
import dev.tributary.store.Portions;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes verdicts, and what each changed, many at a time. Thread-safe; whoever calls is at the desk. */
@Component
class VerdictRows {

    private static final String VERDICT = """
            INSERT INTO verdict (case_id, answer, contact_id, kind, comment_text, stamp, settles, asserted_link,
                                 retracted_link, retracted_status, actor, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String IDENTIFIER = """
            INSERT INTO verdict_identifier (verdict_id, type, value_text, was_known, kind, since, until, contact_id, origin,
                                            actor, reason, decided_at, ended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String RESTED =
            "INSERT INTO verdict_link (verdict_id, link_id, type, value_text) VALUES (?, ?, ?, ?)";

    private static final String NEVER = """
            INSERT INTO verdict_never (verdict_id, contact_id, was_known, active, actor, reason, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private static final String ANSWERED =
            "UPDATE review_candidate SET verdict_id = ? WHERE case_id = ? AND type = ? AND value_text = ?";

    private static final String SETTLED = "UPDATE review_case SET state = 'DECIDED' WHERE id = ? AND state = 'OPEN'";

    /**
     * A ruling, and what following it changed.
     *
     * @param links null where it changed none
     * @param rested links of whomever that rested on what is shared, and were retracted
     */
    record Followed(Ruling ruling, @Nullable Done links, List<Before> shared, List<Rested> rested) {}

    /** A link that was retracted, and the identifier on which it rested. */
    record Rested(long link, Which on) {}

    private final JdbcTemplate jdbc;

    VerdictRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes them; returns the number of each case's verdict. */
    Map<Long, Long> write(List<Followed> all, LocalDateTime now) {
        Long last = jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) FROM verdict", Long.class);
        jdbc.batchUpdate(VERDICT, all, Portions.LARGEST, (row, it) -> bind(row, it, now));
        Map<Long, Long> ids = new HashMap<>();
        jdbc.query(
                "SELECT case_id, id FROM verdict WHERE id > ?",
                row -> {
                    ids.put(row.getLong(1), row.getLong(2));
                },
                last);
        details(all, ids);
        return ids;
    }

    private static void bind(PreparedStatement row, Followed it, LocalDateTime now) throws SQLException {
        Ruling ruling = it.ruling();
        Done links = it.links();
        row.setLong(1, ruling.of().id());
        row.setString(2, ruling.answer().answer().name());
        row.setObject(3, ruling.contact() == null ? null : ruling.contact().id(), Types.BIGINT);
        row.setString(4, ruling.shared().isEmpty() ? null : kind(ruling));
        row.setString(5, ruling.by().reason());
        row.setString(6, ruling.answer().stamp());
        row.setBoolean(7, ruling.settles());
        row.setObject(8, links == null ? null : links.asserted(), Types.BIGINT);
        row.setObject(9, links == null ? null : links.retracted(), Types.BIGINT);
        row.setString(10, links == null ? null : links.retractedStatus());
        row.setString(11, ruling.by().actor());
        row.setObject(12, now);
    }

    private static @Nullable String kind(Ruling ruling) {
        return ruling.answer().kind() == null ? null : ruling.answer().kind().name();
    }

    private void details(List<Followed> all, Map<Long, Long> ids) {
        List<Object[]> identifiers = new ArrayList<>();
        List<Object[]> nevers = new ArrayList<>();
        List<Object[]> rested = new ArrayList<>();
        List<Object[]> answered = new ArrayList<>();
        List<Object[]> settled = new ArrayList<>();
        for (Followed it : all) {
            long caseId = it.ruling().of().id();
            Long verdict = ids.get(caseId);
            it.shared().forEach(before -> {
                identifiers.add(identifier(verdict, before));
                answered.add(new Object[] {verdict, caseId, before.type().name(), before.value()});
            });
            it.rested()
                    .forEach(link -> rested.add(new Object[] {
                        verdict, link.link(), link.on().type().name(), link.on().value()
                    }));
            if (it.links() != null) {
                it.links()
                        .nevers()
                        .forEach(never -> nevers.add(new Object[] {
                            verdict,
                            never.contact(),
                            never.known(),
                            never.known() ? never.active() : null,
                            never.actor(),
                            never.reason(),
                            never.decidedAt()
                        }));
            }
            if (it.ruling().settles()) {
                settled.add(new Object[] {caseId});
            }
        }
        batch(IDENTIFIER, identifiers);
        batch(NEVER, nevers);
        batch(RESTED, rested);
        batch(ANSWERED, answered);
        batch(SETTLED, settled);
    }

    private static Object[] identifier(@Nullable Long verdict, Before before) {
        return new Object[] {
            verdict,
            before.type().name(),
            before.value(),
            before.known(),
            before.kind() == null ? null : before.kind().name(),
            before.since(),
            before.until(),
            before.contact(),
            before.origin(),
            before.actor(),
            before.reason(),
            before.decided(),
            before.ended()
        };
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
