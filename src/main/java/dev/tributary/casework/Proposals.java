package dev.tributary.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which contacts some cases propose, and why: those of the evidence, and the one that the participant is linked to. Not thread-safe. */
final class Proposals {

    private static final String CANDIDATES = """
            SELECT k.case_id, COALESCE(c.survivor_id, c.id) AS root, k.type, k.value_text, k.rule
            FROM review_candidate k JOIN crm_contact c ON c.id = k.contact_id
            WHERE k.case_id IN (:cases)
            ORDER BY k.case_id, root, k.type, k.value_text""";

    private static final String REFUSED = """
            SELECT r.id, COALESCE(c.survivor_id, c.id) AS root
            FROM review_case r JOIN never_match n ON n.participant_id = r.participant_id AND n.active = TRUE
            JOIN crm_contact c ON c.id = n.contact_id
            WHERE r.id IN (:cases)""";

    private static final String LINKED = """
            SELECT r.id, COALESCE(c.survivor_id, c.id) AS root, l.status
            FROM review_case r JOIN link l ON l.active_participant = r.participant_id
            JOIN crm_contact c ON c.id = l.contact_id
            WHERE r.id IN (:cases)""";

    /** What is known of one contact in one case. */
    static final class Proposal {
        final List<Pointer> pointers = new ArrayList<>();
        boolean linked;
        boolean asserted;
        boolean refused;
    }

    private final Map<Long, SortedMap<Long, Proposal>> byCase = new HashMap<>();

    Proposals(JdbcClient jdbc, List<Long> cases) {
        jdbc.sql(CANDIDATES).param("cases", cases).query(row -> {
            Pointer pointer = new Pointer(KnownIdentifiers.key(row, "type", "value_text"), row.getString("rule"));
            of(row.getLong(1), row.getLong(2)).pointers.add(pointer);
        });
        jdbc.sql(LINKED).param("cases", cases).query(row -> {
            Proposal proposal = of(row.getLong(1), row.getLong(2));
            proposal.linked = true;
            proposal.asserted = "ASSERTED".equals(row.getString(3));
        });
        jdbc.sql(REFUSED).param("cases", cases).query(row -> {
            Proposal proposal =
                    byCase.getOrDefault(row.getLong(1), new TreeMap<>()).get(row.getLong(2));
            if (proposal != null) {
                proposal.refused = true;
            }
        });
    }

    private Proposal of(long caseId, long contact) {
        return byCase.computeIfAbsent(caseId, any -> new TreeMap<>()).computeIfAbsent(contact, any -> new Proposal());
    }

    /** By the number of the contact. */
    SortedMap<Long, Proposal> in(long caseId) {
        return byCase.getOrDefault(caseId, new TreeMap<>());
    }

    /** Every contact that any of the cases proposes. */
    List<Long> contacts() {
        return byCase.values().stream()
                .flatMap(it -> it.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
