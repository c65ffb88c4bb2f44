package dev.tributary.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said with a contact, message by message. Reads only. Thread-safe. */
@Component
public class TimelineReader {

    private static final String FROM = " FROM crm_timeline_entry e JOIN interaction i ON i.id = e.interaction_id"
            + " WHERE e.contact_id = :contact";

    private static final String ACCOUNTS =
            "SELECT DISTINCT channel, account FROM crm_timeline_entry WHERE contact_id = :contact ORDER BY channel, account";

    /** One of our accounts on a channel. */
    public record Account(String channel, String account) {}

    /**
     * A message as a whole.
     *
     * @param html as the sender laid it out: foreign and not sanitised; null where there is none, or the message was deleted
     */
    public record Whole(TimelineEntry entry, @Nullable String html) {

        @Override
        public String toString() {
            return entry.toString();
        }
    }

    private final JdbcClient jdbc;

    TimelineReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A part of the timeline.
     *
     * @param contact the number of one that stands for itself
     * @param after null for the first part
     * @param limit the most entries, from 1
     * @param most the most characters of each text
     * @throws WrongCursor where {@code after} is of another list
     */
    public Page<TimelineEntry> entries(
            long contact, TimelineFilter filter, TimelineOrder order, @Nullable String after, int limit, int most) {
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.putAll(Map.of("contact", contact, "limit", limit + 1, "most", most));
        Cursor cursor = Cursor.parse(after);
        String beyond = "";
        if (cursor != null) {
            parameters.putAll(Map.of("first", cursor.at(), "second", cursor.id()));
            beyond = order.after("e.occurred_at", "e.interaction_id");
        }
        List<TimelineEntry> found = jdbc.sql("SELECT " + EntryRows.COLUMNS + FROM + filter.conditions() + beyond
                        + order.by("e.occurred_at", "e.interaction_id") + " LIMIT :limit")
                .params(parameters)
                .query((row, number) -> EntryRows.entry(row, most))
                .list();
        return Page.of(found, limit, it -> Cursor.of(it.at(), it.number()));
    }

    /**
     * One message with all of its text.
     *
     * @param contact the number of one that stands for itself
     * @return empty where no such message stands on the contact's timeline
     */
    public Optional<Whole> whole(long contact, long interaction) {
        return jdbc.sql("SELECT " + EntryRows.COLUMNS + ", i.html AS html" + FROM
                        + " AND e.interaction_id = :interaction")
                .param("contact", contact)
                .param("interaction", interaction)
                .param("most", Integer.MAX_VALUE)
                .query((row, number) -> {
                    TimelineEntry entry = EntryRows.entry(row, Integer.MAX_VALUE);
                    return new Whole(entry, entry.markup() ? row.getString("html") : null);
                })
                .optional();
    }

    /** The accounts over which something was said with the contact. */
    public List<Account> accounts(long contact) {
        return jdbc.sql(ACCOUNTS)
                .param("contact", contact)
                .query((row, number) -> new Account(row.getString(1), row.getString(2)))
                .list();
    }
}
