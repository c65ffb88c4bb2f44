package dev.tributary.console;

import dev.tributary.review.History;
import dev.tributary.timeline.ContactDirectory.Known;
import dev.tributary.timeline.Episode;
import dev.tributary.timeline.EpisodeReader;
import dev.tributary.timeline.Page;
import dev.tributary.timeline.TimelineEntry;
import dev.tributary.timeline.TimelineFilter;
import dev.tributary.timeline.TimelineOrder;
import dev.tributary.timeline.TimelineReader;
import dev.tributary.timeline.TimelineReader.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Puts the timeline of a contact together for a page. Thread-safe. */
@Component
@ConditionalOnWebApplication
class Stories {

    /** How much of each text is shown before somebody asks for all of it. */
    static final int WORDS = 2_000;

    private static final int EPISODES = 10;
    private static final int MESSAGES = 50;

    /** Episodes lie open until so many messages do. */
    private static final int OPEN = 20;

    private final TimelineReader timelines;
    private final EpisodeReader episodes;
    private final History history;
    private final Silences silences;
    private final ConsoleSettings settings;

    Stories(
            TimelineReader timelines,
            EpisodeReader episodes,
            History history,
            Silences silences,
            ConsoleSettings settings) {
        this.timelines = timelines;
        this.episodes = episodes;
        this.history = history;
        this.silences = silences;
        this.settings = settings;
    }

    Story of(Known contact, String path, StoryQuery query) {
        return query.flat() ? flat(contact, path, query) : folded(contact, path, query);
    }

    /** More messages of one episode. */
    Story more(Known contact, String path, String episode, StoryQuery query) {
        Page<TimelineEntry> page = episodes.messages(contact.number(), episode, filter(query), query.after(), WORDS);
        List<Story.Line> lines = page.items().stream().map(Story.Line::of).toList();
        String next = query.next(path + "/episodes/" + episode, page.next(), null);
        return new Story(path, query, lines, List.of(), moved(contact, page.items()), next);
    }

    private Story flat(Known contact, String path, StoryQuery query) {
        TimelineOrder order = query.oldestFirst() ? TimelineOrder.OLDEST : TimelineOrder.NEWEST;
        Page<TimelineEntry> page =
                timelines.entries(contact.number(), filter(query), order, query.after(), MESSAGES, WORDS);
        List<Story.Line> lines = page.items().stream().map(Story.Line::of).toList();
        return story(contact, path, query, lines, page.items(), page.next());
    }

    private Story folded(Known contact, String path, StoryQuery query) {
        Page<Episode> page = episodes.episodes(contact.number(), filter(query), query.after(), EPISODES, WORDS);
        List<Story.Line> lines = new ArrayList<>();
        List<TimelineEntry> shown = new ArrayList<>();
        for (Episode it : page.items()) {
            boolean open = query.filtered()
                    || shown.isEmpty()
                    || shown.size() + it.entries().size() <= OPEN;
            shown.addAll(it.entries());
            lines.add(Story.Line.of(it, open, query.next(path + "/episodes/" + it.id(), it.next(), null)));
        }
        return story(contact, path, query, lines, shown, page.next());
    }

    private Story story(
            Known contact,
            String path,
            StoryQuery query,
            List<Story.Line> lines,
            List<TimelineEntry> shown,
            @Nullable String next) {
        boolean oldestFirst = query.oldestFirst();
        LocalDate last = lines.isEmpty() ? null : lines.get(lines.size() - 1).day(oldestFirst);
        List<Account> accounts = timelines.accounts(contact.number());
        return new Story(
                path,
                query,
                silences.among(lines, accounts, filter(query), oldestFirst, query.lastBefore()),
                accounts,
                moved(contact, shown),
                query.next(path, next, last));
    }

    private TimelineFilter filter(StoryQuery query) {
        return query.filter(settings.zone());
    }

    private Set<Long> moved(Known contact, List<TimelineEntry> entries) {
        return Set.copyOf(history.movedHere(
                contact.number(), entries.stream().map(TimelineEntry::number).toList()));
    }
}
