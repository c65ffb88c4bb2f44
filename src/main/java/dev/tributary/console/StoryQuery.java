package dev.tributary.console;

import dev.tributary.interaction.Direction;
import dev.tributary.timeline.TimelineFilter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How somebody wants to read a timeline; what is blank or no value of its kind counts for nothing.
 *
 * @param from the first day, in the zone of the pages
 * @param until the last day
 * @param view {@code episodes}, {@code newest} or {@code oldest}
 * @param after where the part begins
 * @param above the day of the last line before it
 * @param ticket that opens the page inside the CRM, to be carried on in its links; null for whoever is signed in
 */
public record StoryQuery(
        @Nullable String channel,
        @Nullable String account,
        @Nullable String direction,
        @Nullable String from,
        @Nullable String until,
        @Nullable String view,
        @Nullable String after,
        @Nullable String above,
        @Nullable String ticket) {

    /** The same with the ticket for the links of the page; whatever came as one counts for nothing. */
    StoryQuery carrying(@Nullable Object valid) {
        return new StoryQuery(
                channel, account, direction, from, until, view, after, above, valid == null ? null : valid.toString());
    }

    /** Whether messages are shown one by one. */
    public boolean flat() {
        return "newest".equals(view) || "oldest".equals(view);
    }

    /** Whether anything is filtered. */
    public boolean filtered() {
        return !filter(ZoneOffset.UTC).equals(TimelineFilter.NONE);
    }

    TimelineFilter filter(ZoneId zone) {
        LocalDate first = day(from);
        LocalDate last = day(until);
        return new TimelineFilter(
                text(channel),
                text(account),
                "INBOUND".equals(direction) || "OUTBOUND".equals(direction) ? Direction.valueOf(direction) : null,
                first == null ? null : begin(first, zone),
                last == null ? null : begin(last.plusDays(1), zone));
    }

    /** The address of the part that begins after this, the last line of which is of this day; null where there is none. */
    @Nullable
    String next(String path, @Nullable String after, @Nullable LocalDate last) {
        if (after == null) {
            return null;
        }
        return at(path, last == null ? Map.of("after", after) : Map.of("after", after, "above", last.toString()));
    }

    /** The day of the last line before this part; null where this is the first. */
    @Nullable
    LocalDate lastBefore() {
        return after == null ? null : day(above);
    }

    /** Whether the oldest comes first. */
    boolean oldestFirst() {
        return "oldest".equals(view);
    }

    /** An address with the same choices and these. */
    String at(String path, Map<String, String> more) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("channel", channel);
        all.put("account", account);
        all.put("direction", direction);
        all.put("from", from);
        all.put("until", until);
        all.put("view", view);
        all.put("ticket", ticket);
        all.putAll(more);
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(path);
        all.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(present(all)).toUriString();
    }

    private static Map<String, String> present(Map<String, @Nullable String> all) {
        Map<String, String> present = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }

    private static LocalDateTime begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable LocalDate day(@Nullable String value) {
        try {
            LocalDate day = text(value) == null ? null : LocalDate.parse(value);
            return day == null || day.getYear() < 1000 || day.getYear() > 9000 ? null : day;
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
