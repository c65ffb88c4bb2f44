package dev.tributary.report;

import dev.tributary.interaction.NaturalKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The first message of an episode on a channel: a row of {@code customer_episode}.
 *
 * @param said the number of that message
 * @param begin that of the first message of the conversation that it is in
 */
record FirstWord(NaturalKey episode, String channel, long said, long begin) {

    /** In the order of {@link #row}. */
    static final List<String> COLUMNS = List.of("episode", "channel", "said_id", "begin_id");

    static FirstWord of(ResultSet row) throws SQLException {
        return new FirstWord(NaturalKey.of(row.getBytes(1)), row.getString(2), row.getLong(3), row.getLong(4));
    }

    /** Whether a conversation begins with it. */
    boolean begins() {
        return said == begin;
    }

    Object[] row() {
        return new Object[] {episode.bytes(), channel, said, begin};
    }
}
