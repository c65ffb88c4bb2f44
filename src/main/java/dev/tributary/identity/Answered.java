package dev.tributary.identity;

import dev.tributary.identity.Decision.Option;
import dev.tributary.identity.SharedRow.Key;
import dev.tributary.interaction.IdentifierType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Questions that a person answered by saying that an identifier is shared: they are not asked again for the same contacts while the
 * registry says so. Immutable.
 */
final class Answered {

    static final Answered NOTHING = new Answered(Map.of());

    private static final String ANSWERED = """
            SELECT r.participant_id, COALESCE(c.survivor_id, c.id), k.type, k.value_text
            FROM review_candidate k JOIN review_case r ON r.id = k.case_id
            JOIN crm_contact c ON c.id = k.contact_id
            JOIN shared_identifier s ON s.type = k.type AND s.value_text = k.value_text
              AND s.origin = 'STEWARD' AND s.ended_at IS NULL
            WHERE k.verdict_id IS NOT NULL""";

    private record Pair(long contact, Key identifier) {}

    private final Map<Long, Set<Pair>> byParticipant;

    private Answered(Map<Long, Set<Pair>> byParticipant) {
        this.byParticipant = byParticipant;
    }

    static Answered of(JdbcTemplate jdbc) {
        Map<Long, Set<Pair>> answered = new HashMap<>();
        jdbc.query(ANSWERED, row -> {
            Key key = new Key(IdentifierType.valueOf(row.getString(3)), row.getString(4));
            answered.computeIfAbsent(row.getLong(1), any -> new HashSet<>()).add(new Pair(row.getLong(2), key));
        });
        return new Answered(answered);
    }

    /** Whether a person answered for all of these. */
    boolean covers(long participant, List<Option> options) {
        Set<Pair> pairs = byParticipant.getOrDefault(participant, Set.of());
        return !options.isEmpty()
                && options.stream()
                        .allMatch(it -> pairs.contains(new Pair(
                                it.contact(),
                                new Key(it.evidence().type(), it.evidence().value()))));
    }
}
