package dev.tributary.timeline;

import dev.tributary.interaction.Direction;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a timeline are read; null for whatever.
 *
 * @param account our own account on the channel
 * @param from UTC, included
 * @param until UTC, excluded
 */
public record TimelineFilter(
        @Nullable String channel,
        @Nullable String account,
        @Nullable Direction direction,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until) {

    /** All of it. */
    public static final TimelineFilter NONE = new TimelineFilter(null, null, null, null, null);

    /** What has to hold of the table {@code e}; empty, or begins with {@code AND}. */
    String conditions() {
        return (channel == null ? "" : " AND e.channel = :channel")
                + (account == null ? "" : " AND e.account = :account")
                + (direction == null ? "" : " AND e.direction = :direction")
                + (from == null ? "" : " AND e.occurred_at >= :from")
                + (until == null ? "" : " AND e.occurred_at < :until");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "channel", channel);
        put(parameters, "account", account);
        put(parameters, "direction", direction == null ? null : direction.name());
        put(parameters, "from", from);
        put(parameters, "until", until);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
