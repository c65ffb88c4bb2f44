package dev.tributary.report;

import dev.tributary.interaction.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the messages of all conversations in one ordered stream and lets {@link Waits} tell the waits from them. */
final class ResponseTimes {

    // INBOUND sorts before OUTBOUND: of two messages in the same second the question was first.
    private static final String MESSAGES = """
            SELECT conversation_key, occurred_at, direction, channel, type, 0 AS elsewhere
            FROM interaction
            WHERE occurred_at IS NOT NULL
              AND (direction = 'OUTBOUND' OR direction = 'INBOUND' AND deleted_at IS NULL)
              AND (type IS NULL OR type <> 'NOTE')
              AND (visibility IS NULL OR visibility <> 'INTERNAL')
            UNION ALL
            SELECT asked.conversation_key, answer.occurred_at, answer.direction, answer.channel, answer.type, 1
            FROM interaction_relation r
            JOIN interaction answer ON answer.id = r.interaction_id
            JOIN interaction asked ON asked.natural_key = r.target_key
            WHERE r.type IN ('PRIVATE_REPLY_TO', 'CALLBACK_FOR')
              AND answer.direction = 'OUTBOUND'
              AND answer.occurred_at IS NOT NULL
              AND asked.conversation_key <> answer.conversation_key
            ORDER BY 1, 2, 3
            """;

    private final JdbcTemplate jdbc;

    ResponseTimes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of everything that is known so far, in the order of the channels' names. */
    List<ResponseTime> perChannel() {
        Waits waits = new Waits();
        jdbc.query(MESSAGES, row -> {
            waits.next(message(row));
        });
        return waits.perChannel();
    }

    private static Waits.Message message(ResultSet row) throws SQLException {
        return new Waits.Message(
                row.getBytes("conversation_key"),
                row.getObject("occurred_at", LocalDateTime.class),
                Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                "CALL".equals(row.getString("type")),
                row.getBoolean("elsewhere"));
    }
}
