package dev.tributary.timeline;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together on a timeline, across channels. Times are UTC.
 *
 * @param id 32 hexadecimal digits
 * @param messages how many it has
 * @param channels each once, in the order in which they come in
 * @param entries the first of them, the oldest first
 * @param next with which the others are asked for; null where there are none
 */
public record Episode(
        String id,
        LocalDateTime firstAt,
        LocalDateTime lastAt,
        long messages,
        List<String> channels,
        List<TimelineEntry> entries,
        @Nullable String next) {

    public Episode {
        channels = List.copyOf(channels);
        entries = List.copyOf(entries);
    }

    /** The first subject; null where no message has one. */
    public @Nullable String subject() {
        return entries.stream()
                .map(TimelineEntry::subject)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What was said first; null where no message has words. */
    public @Nullable String firstWords() {
        return entries.stream()
                .map(TimelineEntry::text)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "episode " + id;
    }
}
