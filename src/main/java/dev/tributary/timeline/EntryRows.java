package dev.tributary.timeline;

import dev.tributary.interaction.Attachment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries of timelines from the columns that it asks for. */
final class EntryRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of the entry {@code e} and its interaction {@code i}; {@code :most} characters of the text. */
    static final String COLUMNS = """
            e.interaction_id, e.participant_id, e.occurred_at, e.channel, e.account, e.type, e.direction, e.visibility, e.author,
            e.subject, LEFT(e.body, :most) AS body, CHAR_LENGTH(e.body) AS length, e.thread, e.url, e.episode, e.undated,
            i.attachments, i.edited_at, i.deleted_at, CASE WHEN i.html IS NULL THEN FALSE ELSE TRUE END AS markup""";

    private EntryRows() {}

    static TimelineEntry entry(ResultSet row, int most) throws SQLException {
        LocalDateTime deleted = row.getObject("deleted_at", LocalDateTime.class);
        boolean stands = deleted == null;
        return new TimelineEntry(
                row.getLong("interaction_id"),
                row.getObject("participant_id", Long.class),
                row.getObject("occurred_at", LocalDateTime.class),
                row.getString("channel"),
                row.getString("account"),
                row.getString("type"),
                row.getString("direction"),
                row.getString("visibility"),
                row.getString("author"),
                stands ? row.getString("subject") : null,
                stands ? whole(row.getString("body")) : null,
                stands && row.getInt("length") > most,
                stands && row.getBoolean("markup"),
                stands ? attachments(row.getString("attachments")) : List.of(),
                stands ? row.getString("url") : null,
                row.getString("thread"),
                HexFormat.of().formatHex(row.getBytes("episode")),
                row.getObject("edited_at", LocalDateTime.class),
                deleted,
                row.getBoolean("undated"));
    }

    /** H2 counts the halves of a character where MySQL counts characters, and may have cut one in two. */
    private static @Nullable String whole(@Nullable String text) {
        boolean half = text != null && !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        return half ? text.substring(0, text.length() - 1) : text;
    }

    /** As they were staged. */
    private static List<Attachment> attachments(@Nullable String json) {
        try {
            return json == null ? List.of() : List.of(JSON.readValue(json, Attachment[].class));
        } catch (JacksonException broken) {
            throw new IllegalStateException("interaction.attachments holds what is no list of attachments");
        }
    }
}
