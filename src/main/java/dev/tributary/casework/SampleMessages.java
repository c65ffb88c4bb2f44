package dev.tributary.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest messages of some participants. Not thread-safe. */
final class SampleMessages {

    private static final int MOST = 3;

    private static final String NEWEST = """
            SELECT newest.participant_id, i.id, i.occurred_at, i.channel, i.account, i.direction, i.subject, i.url,
                   SUBSTRING(i.body, 1, :longest) AS beginning, CHAR_LENGTH(i.body) AS characters
            FROM (SELECT theirs.participant_id, theirs.interaction_id,
                         ROW_NUMBER() OVER (PARTITION BY theirs.participant_id
                                            ORDER BY n.occurred_at DESC, n.id DESC) AS position
                  FROM (SELECT DISTINCT participant_id, interaction_id FROM interaction_participant
                        WHERE participant_id IN (:participants)) theirs
                  JOIN interaction n ON n.id = theirs.interaction_id
                  WHERE n.deleted_at IS NULL AND n.direction <> 'INTERNAL' AND n.body IS NOT NULL) newest
            JOIN interaction i ON i.id = newest.interaction_id
            WHERE newest.position <= :most
            ORDER BY newest.participant_id, newest.position""";

    private final Map<Long, List<SampleMessage>> byParticipant = new HashMap<>();

    SampleMessages(JdbcClient jdbc, List<Long> participants) {
        jdbc.sql(NEWEST)
                .param("participants", participants)
                .param("longest", SampleMessage.LONGEST)
                .param("most", MOST)
                .query(row -> {
                    byParticipant
                            .computeIfAbsent(row.getLong("participant_id"), any -> new ArrayList<>())
                            .add(message(row));
                });
    }

    List<SampleMessage> of(long participant) {
        return byParticipant.getOrDefault(participant, List.of());
    }

    private static SampleMessage message(ResultSet row) throws SQLException {
        return new SampleMessage(
                row.getLong("id"),
                row.getObject("occurred_at", LocalDateTime.class),
                row.getString("channel"),
                row.getString("account"),
                row.getString("direction"),
                row.getString("subject"),
                whole(row.getString("beginning")),
                Math.max(0, row.getLong("characters") - SampleMessage.LONGEST),
                row.getString("url"));
    }

    /** Without half a character at its end, where the database counts in halves. */
    private static String whole(@Nullable String beginning) {
        if (beginning == null || beginning.isEmpty()) {
            return "";
        }
        int last = beginning.length() - 1;
        return Character.isHighSurrogate(beginning.charAt(last)) ? beginning.substring(0, last) : beginning;
    }
}
