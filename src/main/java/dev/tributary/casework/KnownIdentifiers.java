package dev.tributary.casework;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What some participants are known by, and who else carries it. Not thread-safe. */
final class KnownIdentifiers {

    private static final String THEIRS = """
            SELECT i.participant_id, i.type, i.value_text, i.raw, i.grade, i.usable, i.first_seen, i.last_seen, s.kind
            FROM participant_identifier i
            LEFT JOIN shared_identifier s ON s.type = i.type AND s.value_text = i.value_text AND s.ended_at IS NULL
            WHERE i.participant_id IN (:participants)
            ORDER BY i.participant_id, i.type, i.value_text""";

    private static final String KNOWN =
            "(SELECT DISTINCT type, value_text FROM participant_identifier WHERE participant_id IN (:participants)) known";

    private static final String ON_CONTACTS = """
            SELECT known.type, known.value_text, COUNT(DISTINCT COALESCE(c.survivor_id, c.id))
            FROM %s
            JOIN crm_contact_point p ON p.type = known.type AND p.value_text = known.value_text AND p.origin = 'CRM'
            JOIN crm_contact c ON c.id = p.contact_id
            GROUP BY known.type, known.value_text""".formatted(KNOWN);

    private static final String ON_PARTICIPANTS = """
            SELECT known.type, known.value_text, COUNT(*)
            FROM %s
            JOIN participant_identifier i ON i.type = known.type AND i.value_text = known.value_text
            GROUP BY known.type, known.value_text""".formatted(KNOWN);

    private final Map<Long, List<KnownIdentifier>> byParticipant = new HashMap<>();

    KnownIdentifiers(JdbcClient jdbc, List<Long> participants) {
        Map<IdentifierKey, Long> contacts = carriers(jdbc, ON_CONTACTS, participants);
        Map<IdentifierKey, Long> people = carriers(jdbc, ON_PARTICIPANTS, participants);
        jdbc.sql(THEIRS).param("participants", participants).query(row -> {
            IdentifierKey key = key(row, "type", "value_text");
            byParticipant
                    .computeIfAbsent(row.getLong("participant_id"), any -> new ArrayList<>())
                    .add(known(row, key, contacts.getOrDefault(key, 0L), people.getOrDefault(key, 1L) - 1));
        });
    }

    List<KnownIdentifier> of(long participant) {
        return byParticipant.getOrDefault(participant, List.of());
    }

    private static Map<IdentifierKey, Long> carriers(JdbcClient jdbc, String sql, List<Long> participants) {
        Map<IdentifierKey, Long> carriers = new HashMap<>();
        jdbc.sql(sql).param("participants", participants).query(row -> {
            carriers.put(key(row, "type", "value_text"), row.getLong(3));
        });
        return carriers;
    }

    static IdentifierKey key(ResultSet row, String type, String value) throws SQLException {
        return new IdentifierKey(IdentifierType.valueOf(row.getString(type)), row.getString(value));
    }

    private static KnownIdentifier known(ResultSet row, IdentifierKey key, long contacts, long others)
            throws SQLException {
        String kind = row.getString("kind");
        return new KnownIdentifier(
                key,
                row.getString("raw"),
                Grade.valueOf(row.getString("grade")),
                row.getBoolean("usable"),
                row.getObject("first_seen", LocalDateTime.class),
                row.getObject("last_seen", LocalDateTime.class),
                contacts,
                others,
                kind == null ? null : SharedKind.valueOf(kind));
    }
}
