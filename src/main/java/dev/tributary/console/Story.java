package dev.tributary.console;

import dev.tributary.coverage.Gap;
import dev.tributary.timeline.Episode;
import dev.tributary.timeline.TimelineEntry;
import dev.tributary.timeline.TimelineReader.Account;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a timeline as a page shows it.
 *
 * @param path of the contact's page
 * @param lines the newest first, unless the oldest were asked for
 * @param accounts over which anything was said with the contact
 * @param moved the numbers of the messages that a person put here
 * @param next the address of the part that follows; null where this is the last
 */
public record Story(
        String path,
        StoryQuery query,
        List<Line> lines,
        List<Account> accounts,
        Set<Long> moved,
        @Nullable String next) {

    /** The address of the timeline without filters. */
    public String everything() {
        StoryQuery all = new StoryQuery(null, null, null, null, null, null, null, null, query.ticket());
        return all.at(path, Map.of());
    }

    /**
     * An episode, a message, or days without data.
     *
     * @param open whether the messages of the episode are shown at once
     * @param more the address of the other messages of the episode; null where it shows all
     */
    public record Line(
            @Nullable Episode episode,
            @Nullable TimelineEntry entry,
            @Nullable Gap gap,
            boolean open,
            @Nullable String more) {

        static Line of(Episode episode, boolean open, @Nullable String more) {
            return new Line(episode, null, null, open, more);
        }

        static Line of(TimelineEntry entry) {
            return new Line(null, entry, null, true, null);
        }

        static Line of(Gap gap) {
            return new Line(null, null, gap, true, null);
        }

        /** The day, in UTC, by which it stands among the others. */
        LocalDate day(boolean oldestFirst) {
            if (gap != null) {
                return oldestFirst ? gap.firstDay() : gap.lastDay();
            }
            return entry != null
                    ? entry.at().toLocalDate()
                    : Objects.requireNonNull(episode).lastAt().toLocalDate();
        }
    }
}
