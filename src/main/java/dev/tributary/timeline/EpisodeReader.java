package dev.tributary.timeline;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said with a contact, folded into episodes. Reads only. Thread-safe. */
@Component
public class EpisodeReader {

    /** How many messages an episode shows before more are asked for. */
    static final int MESSAGES = 50;

    /** Episodes that end at the same time come in the order of their first messages. */
    private static final String EPISODES = """
            SELECT e.episode, MIN(e.occurred_at) AS first_at, MAX(e.occurred_at) AS last_at, COUNT(*) AS messages,
                   MIN(e.interaction_id) AS first_id
            FROM crm_timeline_entry e
            WHERE e.contact_id = :contact%s
            GROUP BY e.episode
            HAVING 1 = 1%s
            ORDER BY last_at DESC, first_id DESC LIMIT :limit""";

    private static final String BEYOND = " AND (MAX(e.occurred_at) < :first"
            + " OR (MAX(e.occurred_at) = :first AND MIN(e.interaction_id) < :second))";

    private static final String CHANNELS = """
            SELECT e.episode, e.channel FROM crm_timeline_entry e
            WHERE e.contact_id = :contact AND e.episode IN (:episodes)%s
            GROUP BY e.episode, e.channel ORDER BY e.episode, MIN(e.occurred_at), e.channel""";

    private static final String MESSAGES_OF_EACH = """
            FROM (SELECT e.contact_id, e.interaction_id,
                         ROW_NUMBER() OVER (PARTITION BY e.episode ORDER BY e.occurred_at, e.interaction_id) AS place
                  FROM crm_timeline_entry e
                  WHERE e.contact_id = :contact AND e.episode IN (:episodes)%s) ranked
            JOIN crm_timeline_entry e ON e.contact_id = ranked.contact_id AND e.interaction_id = ranked.interaction_id
            JOIN interaction i ON i.id = e.interaction_id
            WHERE ranked.place <= :shown
            ORDER BY e.occurred_at, e.interaction_id""";

    private static final String MESSAGES_AFTER = """
            FROM crm_timeline_entry e JOIN interaction i ON i.id = e.interaction_id
            WHERE e.contact_id = :contact AND e.episode = :episode""";

    private record Span(String id, LocalDateTime firstAt, LocalDateTime lastAt, long messages, long firstId) {}

    private final JdbcClient jdbc;

    EpisodeReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of the timeline, the episode in which something was said last first. An episode has the messages that the filter lets
     * through.
     *
     * @param contact the number of one that stands for itself
     * @param after null for the first part
     * @param limit the most episodes, from 1
     * @param most the most characters of each text
     * @throws WrongCursor where {@code after} is of another list
     */
    public Page<Episode> episodes(long contact, TimelineFilter filter, @Nullable String after, int limit, int most) {
        Page<Span> spans = spans(contact, filter, after, limit);
        if (spans.items().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.put("contact", contact);
        parameters.put(
                "episodes", spans.items().stream().map(it -> bytes(it.id())).toList());
        Map<String, List<String>> channels = channels(filter, parameters);
        Map<String, List<TimelineEntry>> messages = messages(filter, parameters, most);
        return spans.map(it ->
                episode(it, channels.getOrDefault(it.id(), List.of()), messages.getOrDefault(it.id(), List.of())));
    }

    /**
     * More messages of an episode, the oldest first.
     *
     * @param episode 32 hexadecimal digits
     * @param after null for the first part
     * @throws WrongCursor where {@code after} is of another list, or {@code episode} is none
     */
    public Page<TimelineEntry> messages(
            long contact, String episode, TimelineFilter filter, @Nullable String after, int most) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.putAll(Map.of("contact", contact, "episode", bytes(episode), "limit", MESSAGES + 1, "most", most));
        Cursor cursor = Cursor.parse(after);
        String beyond = "";
        if (cursor != null) {
            parameters.putAll(Map.of("first", cursor.at(), "second", cursor.id()));
            beyond = TimelineOrder.OLDEST.after("e.occurred_at", "e.interaction_id");
        }
        List<TimelineEntry> found = jdbc.sql("SELECT " + EntryRows.COLUMNS + " " + MESSAGES_AFTER + filter.conditions()
                        + beyond + TimelineOrder.OLDEST.by("e.occurred_at", "e.interaction_id") + " LIMIT :limit")
                .params(parameters)
                .query((row, number) -> EntryRows.entry(row, most))
                .list();
        return Page.of(found, MESSAGES, it -> Cursor.of(it.at(), it.number()));
    }

    private Page<Span> spans(long contact, TimelineFilter filter, @Nullable String after, int limit) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.putAll(Map.of("contact", contact, "limit", limit + 1));
        Cursor cursor = Cursor.parse(after);
        if (cursor != null) {
            parameters.putAll(Map.of("first", cursor.at(), "second", cursor.id()));
        }
        List<Span> found = jdbc.sql(EPISODES.formatted(filter.conditions(), cursor == null ? "" : BEYOND))
                .params(parameters)
                .query((row, number) -> new Span(
                        HexFormat.of().formatHex(row.getBytes(1)),
                        row.getObject(2, LocalDateTime.class),
                        row.getObject(3, LocalDateTime.class),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
        return Page.of(found, limit, it -> Cursor.of(it.lastAt(), it.firstId()));
    }

    private Map<String, List<String>> channels(TimelineFilter filter, Map<String, Object> parameters) {
        Map<String, List<String>> channels = new LinkedHashMap<>();
        jdbc.sql(CHANNELS.formatted(filter.conditions())).params(parameters).query(row -> {
            channels.computeIfAbsent(HexFormat.of().formatHex(row.getBytes(1)), id -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return channels;
    }

    private Map<String, List<TimelineEntry>> messages(TimelineFilter filter, Map<String, Object> parameters, int most) {
        Map<String, List<TimelineEntry>> messages = new HashMap<>();
        jdbc.sql("SELECT " + EntryRows.COLUMNS + " " + MESSAGES_OF_EACH.formatted(filter.conditions()))
                .params(parameters)
                .param("most", most)
                .param("shown", MESSAGES)
                .query(row -> {
                    TimelineEntry entry = EntryRows.entry(row, most);
                    messages.computeIfAbsent(entry.episode(), id -> new ArrayList<>())
                            .add(entry);
                });
        return messages;
    }

    private static Episode episode(Span span, List<String> channels, List<TimelineEntry> entries) {
        TimelineEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        boolean more = last != null && span.messages() > entries.size();
        return new Episode(
                span.id(),
                span.firstAt(),
                span.lastAt(),
                span.messages(),
                channels,
                entries,
                more ? Cursor.of(last.at(), last.number()).text() : null);
    }

    private static byte[] bytes(String episode) {
        try {
            return HexFormat.of().parseHex(episode);
        } catch (IllegalArgumentException wrong) {
            throw new WrongCursor();
        }
    }
}
