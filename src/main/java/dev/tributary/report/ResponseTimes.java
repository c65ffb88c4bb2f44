package dev.tributary.report;

import dev.tributary.interaction.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the messages of all episodes in one ordered stream and lets {@link Waits} tell the waits from them. */
final class ResponseTimes {

    /** What counts: all but notes among colleagues and what the customer took back. */
    static final String COUNTS = """
            i.occurred_at IS NOT NULL AND i.undated = FALSE
              AND (i.direction = 'OUTBOUND' OR i.direction = 'INBOUND' AND i.deleted_at IS NULL)
              AND (i.type IS NULL OR i.type <> 'NOTE')
              AND (i.visibility IS NULL OR i.visibility <> 'INTERNAL')""";

    /** Whose episode it is: the customer's who wrote it, or those whom we answered. */
    static final String CUSTOMERS = """
            customer.interaction_id = i.id
              AND ((i.direction = 'INBOUND' AND customer.role = 'AUTHOR')
                OR (i.direction = 'OUTBOUND' AND customer.role = 'RECIPIENT'))""";

    // INBOUND sorts before OUTBOUND: of two messages in the same second the question was first. Of two questions it is
    // the one with the lesser natural key, in whatever order they came in. Most conversations are no part of an episode
    // with others, and need not be asked whose they are.
    private static final String MESSAGES = """
            SELECT i.conversation_key AS episode, i.occurred_at, i.direction, i.natural_key, i.id, i.channel, i.type
            FROM interaction i
            WHERE NOT EXISTS (SELECT 1 FROM episode_part tied WHERE tied.conversation_key = i.conversation_key) AND %2$s
            UNION ALL
            SELECT COALESCE(part.episode, i.conversation_key), i.occurred_at, i.direction, i.natural_key, i.id, i.channel, i.type
            FROM interaction i
            LEFT JOIN interaction_participant customer ON %1$s
            LEFT JOIN episode_part part ON part.conversation_key = i.conversation_key
                                       AND part.participant_id = customer.participant_id
            WHERE i.conversation_key IN (SELECT tied.conversation_key FROM episode_part tied) AND %2$s
            ORDER BY 1, 2, 3, 4""".formatted(CUSTOMERS, COUNTS);

    private final JdbcTemplate jdbc;

    ResponseTimes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of everything that is known so far, in the order of the channels' names. */
    List<ResponseTime> perChannel() {
        Tallies tallies = new Tallies();
        Waits waits = new Waits(tallies);
        jdbc.query(MESSAGES, row -> {
            waits.next(message(row));
        });
        waits.end();
        return tallies.perChannel();
    }

    static Waits.Message message(ResultSet row) throws SQLException {
        return new Waits.Message(
                row.getBytes("episode"),
                row.getLong("id"),
                row.getObject("occurred_at", LocalDateTime.class),
                Direction.valueOf(row.getString("direction")),
                row.getString("channel"),
                "CALL".equals(row.getString("type")));
    }
}
