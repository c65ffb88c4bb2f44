package dev.tributary.identity;

import dev.tributary.identity.Decision.Review;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** The questions that wait for a person, one for each participant. */
final class Cases {

    private static final String OPEN = """
            INSERT INTO review_case (participant_id, reason, state, opened_run, opened_at, likelihood)
            VALUES (?, ?, 'OPEN', ?, ?, ?)
            ON DUPLICATE KEY UPDATE reason = VALUES(reason), state = 'OPEN', closed_run = NULL,
              likelihood = VALUES(likelihood)""";

    private record CandidateRow(long contact, String type, String value, String rule)
            implements Comparable<CandidateRow> {
        @Override
        public int compareTo(CandidateRow other) {
            return toString().compareTo(other.toString());
        }
    }

    private final JdbcTemplate jdbc;

    Cases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a case for each, or brings the evidence of the open one up to date. */
    void open(List<Resolved> reviews, long run, LocalDateTime now) {
        if (reviews.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                OPEN,
                reviews.stream()
                        .filter(Resolved::isNews)
                        .map(it -> new Object[] {
                            it.candidate().participant(), it.decision().reason().name(), run, now, it.likelihood()
                        })
                        .toList());
        Map<Long, Long> ids = new HashMap<>();
        Map<Long, Set<CandidateRow>> known = new HashMap<>();
        load(reviews, ids, known);
        for (Resolved review : reviews) {
            long id = ids.get(review.candidate().participant());
            Set<CandidateRow> candidates = candidates((Review) review.decision());
            if (!candidates.equals(known.getOrDefault(id, Set.of()))) {
                replace(id, candidates);
                jdbc.update("UPDATE review_case SET likelihood = ? WHERE id = ?", review.likelihood(), id);
            }
        }
    }

    void close(Collection<Long> participants, long run) {
        participants.forEach(participant -> jdbc.update(
                "UPDATE review_case SET state = 'CLOSED', closed_run = ? WHERE participant_id = ? AND state = 'OPEN'",
                run,
                participant));
    }

    private void load(List<Resolved> reviews, Map<Long, Long> ids, Map<Long, Set<CandidateRow>> known) {
        Object[] participants =
                reviews.stream().map(it -> it.candidate().participant()).toArray();
        jdbc.query(
                """
                SELECT r.id, r.participant_id, c.contact_id, c.type, c.value_text, c.rule
                FROM review_case r LEFT JOIN review_candidate c ON c.case_id = r.id
                WHERE r.participant_id IN (%s)""".formatted("?, ".repeat(participants.length - 1) + "?"),
                row -> {
                    ids.put(row.getLong(2), row.getLong(1));
                    if (row.getString(4) != null) {
                        known.computeIfAbsent(row.getLong(1), id -> new TreeSet<>())
                                .add(new CandidateRow(
                                        row.getLong(3), row.getString(4), row.getString(5), row.getString(6)));
                    }
                },
                participants);
    }

    private static Set<CandidateRow> candidates(Review review) {
        Set<CandidateRow> rows = new TreeSet<>();
        review.options()
                .forEach(it -> rows.add(new CandidateRow(
                        it.contact(), it.evidence().type().name(), it.evidence().value(), it.rule())));
        return rows;
    }

    private void replace(long id, Set<CandidateRow> candidates) {
        jdbc.update("DELETE FROM review_candidate WHERE case_id = ?", id);
        List<Object[]> rows = new ArrayList<>();
        candidates.forEach(it -> rows.add(new Object[] {id, it.contact(), it.type(), it.value(), it.rule()}));
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO review_candidate (case_id, contact_id, type, value_text, rule) VALUES (?, ?, ?, ?, ?)",
                    rows);
        }
    }
}
