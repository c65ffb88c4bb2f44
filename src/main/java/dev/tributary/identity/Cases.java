package dev.tributary.identity;

import dev.tributary.identity.Decision.Review;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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

        private static final Comparator<CandidateRow> ORDER = Comparator.comparingLong(CandidateRow::contact)
                .thenComparing(CandidateRow::type)
                .thenComparing(CandidateRow::value)
                .thenComparing(CandidateRow::rule);

        @Override
        public int compareTo(CandidateRow other) {
            return ORDER.compare(this, other);
        }

        private List<Object> pair() {
            return List.of(contact, type, value);
        }
    }

    /** A case as it stands, with its candidates and the verdicts that answered some of them. */
    private static final class Known {
        private final long id;
        private final boolean open;
        private final Set<CandidateRow> candidates = new TreeSet<>();
        private final Map<List<Object>, Long> verdicts = new HashMap<>();

        private Known(long id, boolean open) {
            this.id = id;
            this.open = open;
        }
    }

    private final JdbcTemplate jdbc;

    Cases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opens a case for each, or brings the evidence of the open one up to date. One that a person decided is opened again: that
     * anything is to be asked means that their verdict does not answer it.
     */
    void open(List<Resolved> reviews, long run, LocalDateTime now) {
        if (reviews.isEmpty()) {
            return;
        }
        Map<Long, Known> before = load(reviews);
        List<Object[]> opened = reviews.stream()
                .filter(it -> it.isNews() || !isOpen(before.get(it.candidate().participant())))
                .map(it -> new Object[] {
                    it.candidate().participant(), it.decision().reason().name(), run, now, it.likelihood()
                })
                .toList();
        if (!opened.isEmpty()) {
            jdbc.batchUpdate(OPEN, opened);
        }
        Map<Long, Known> known = load(reviews);
        for (Resolved review : reviews) {
            Known stored = Objects.requireNonNull(known.get(review.candidate().participant()));
            Set<CandidateRow> candidates = candidates((Review) review.decision());
            if (!candidates.equals(stored.candidates)) {
                replace(stored, candidates);
                jdbc.update("UPDATE review_case SET likelihood = ? WHERE id = ?", review.likelihood(), stored.id);
            }
        }
    }

    private static boolean isOpen(@Nullable Known known) {
        return known != null && known.open;
    }

    void close(Collection<Long> participants, long run) {
        participants.forEach(participant -> jdbc.update(
                "UPDATE review_case SET state = 'CLOSED', closed_run = ? WHERE participant_id = ? AND state = 'OPEN'",
                run,
                participant));
    }

    private Map<Long, Known> load(List<Resolved> reviews) {
        Object[] participants =
                reviews.stream().map(it -> it.candidate().participant()).toArray();
        Map<Long, Known> known = new HashMap<>();
        jdbc.query(
                """
                SELECT r.id, r.participant_id, r.state, c.contact_id, c.type, c.value_text, c.rule, c.verdict_id
                FROM review_case r LEFT JOIN review_candidate c ON c.case_id = r.id
                WHERE r.participant_id IN (%s)""".formatted("?, ".repeat(participants.length - 1) + "?"),
                row -> {
                    long id = row.getLong(1);
                    boolean open = "OPEN".equals(row.getString(3));
                    Known stored = known.computeIfAbsent(row.getLong(2), any -> new Known(id, open));
                    if (row.getString(5) != null) {
                        CandidateRow candidate =
                                new CandidateRow(row.getLong(4), row.getString(5), row.getString(6), row.getString(7));
                        stored.candidates.add(candidate);
                        long verdict = row.getLong(8);
                        if (!row.wasNull()) {
                            stored.verdicts.put(candidate.pair(), verdict);
                        }
                    }
                },
                participants);
        return known;
    }

    private static Set<CandidateRow> candidates(Review review) {
        Set<CandidateRow> rows = new TreeSet<>();
        review.options()
                .forEach(it -> rows.add(new CandidateRow(
                        it.contact(), it.evidence().type().name(), it.evidence().value(), it.rule())));
        return rows;
    }

    /** What a verdict answered stays answered. */
    private void replace(Known known, Set<CandidateRow> candidates) {
        jdbc.update("DELETE FROM review_candidate WHERE case_id = ?", known.id);
        List<Object[]> rows = new ArrayList<>();
        candidates.forEach(it -> rows.add(
                new Object[] {known.id, it.contact(), it.type(), it.value(), it.rule(), known.verdicts.get(it.pair())
                }));
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO review_candidate (case_id, contact_id, type, value_text, rule, verdict_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }
}
