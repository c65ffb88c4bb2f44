package dev.tributary.identity;

import dev.tributary.identity.Decision.Linked;
import dev.tributary.identity.Decision.Review;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes what changed: links, cases, and how each participant stands. */
final class DecisionWriter implements ItemWriter<Resolved> {

    private static final String LINK = """
            INSERT INTO link
              (participant_id, contact_id, sequence, status, active_participant, rule, evidence, actor, run_id, decided_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String STANDS = """
            INSERT INTO participant_match (participant_id, outcome, reason, run_id) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE outcome = VALUES(outcome), reason = VALUES(reason), run_id = VALUES(run_id)""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What {@code link.evidence} holds of each identifier. */
    private record Proof(String type, String value, String raw, String grade, int contacts) {}

    private final JdbcTemplate jdbc;
    private final Cases cases;
    private final long run;
    private final Clock clock;

    DecisionWriter(JdbcTemplate jdbc, Cases cases, long run, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.run = run;
        this.clock = clock;
    }

    @Override
    public void write(Chunk<? extends Resolved> chunk) {
        List<Resolved> all = new ArrayList<>(chunk.getItems());
        link(all.stream()
                .filter(it -> it.decision() instanceof Linked && it.candidate().standing() == null)
                .toList());
        batch(STANDS, all.stream().filter(Resolved::isNews).map(this::standing).toList());
        cases.open(all.stream().filter(it -> it.decision() instanceof Review).toList(), run, now());
        cases.close(
                all.stream()
                        .filter(it -> !(it.decision() instanceof Review)
                                && "REVIEW".equals(it.candidate().outcome()))
                        .map(it -> it.candidate().participant())
                        .toList(),
                run);
    }

    private void link(List<Resolved> newcomers) {
        Map<List<Long>, Integer> sequences = lastSequences(newcomers);
        batch(LINK, newcomers.stream().map(it -> link(it, sequences)).toList());
    }

    /** The last sequence of each pair of participant and contact that was linked before, and parted. */
    private Map<List<Long>, Integer> lastSequences(List<Resolved> newcomers) {
        Map<List<Long>, Integer> sequences = new HashMap<>();
        if (!newcomers.isEmpty()) {
            jdbc.query(
                    "SELECT participant_id, contact_id, MAX(sequence) FROM link WHERE participant_id IN ("
                            + "?, ".repeat(newcomers.size() - 1) + "?) GROUP BY participant_id, contact_id",
                    row -> {
                        sequences.put(List.of(row.getLong(1), row.getLong(2)), row.getInt(3));
                    },
                    newcomers.stream().map(it -> it.candidate().participant()).toArray());
        }
        return sequences;
    }

    private Object[] standing(Resolved it) {
        return new Object[] {
            it.candidate().participant(), it.outcome(), it.decision().reason().name(), run
        };
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private Object[] link(Resolved resolved, Map<List<Long>, Integer> sequences) {
        long participant = resolved.candidate().participant();
        Linked linked = (Linked) resolved.decision();
        boolean isByFile = linked.rule().equals(PairLists.ALWAYS);
        List<Proof> proofs = linked.evidence().stream()
                .map(it -> new Proof(
                        it.type().name(), it.value(), it.raw(), it.grade().name(), it.holders()))
                .toList();
        long contact = resolved.carrier(linked);
        int sequence = sequences.getOrDefault(List.of(participant, contact), 0) + 1;
        return new Object[] {
            participant,
            contact,
            sequence,
            isByFile ? "ASSERTED" : "INFERRED",
            participant,
            linked.rule(),
            JSON.writeValueAsString(proofs),
            isByFile ? "match-rules.yaml" : "tributary",
            run,
            now()
        };
    }
}
