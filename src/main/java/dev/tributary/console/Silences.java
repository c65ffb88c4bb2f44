package dev.tributary.console;

import dev.tributary.coverage.Gap;
import dev.tributary.coverage.Gaps;
import dev.tributary.timeline.TimelineFilter;
import dev.tributary.timeline.TimelineReader.Account;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Puts the days on which data of a contact's channels are missing where they belong in a timeline. Thread-safe. */
@Component
@ConditionalOnWebApplication
class Silences {

    private final Gaps gaps;

    Silences(Gaps gaps) {
        this.gaps = gaps;
    }

    /**
     * The lines with the gaps among them. A gap stands in one part of a timeline only, and none before the first message.
     *
     * @param accounts over which anything was said with the contact
     * @param before the day of the last line before this part; null where it is the first
     */
    List<Story.Line> among(
            List<Story.Line> lines,
            List<Account> accounts,
            TimelineFilter filter,
            boolean oldestFirst,
            @Nullable LocalDate before) {
        if (lines.isEmpty()) {
            return lines;
        }
        LocalDate first = lines.get(0).day(oldestFirst);
        LocalDate last = lines.get(lines.size() - 1).day(oldestFirst);
        List<Story.Line> all = new ArrayList<>(lines);
        of(accounts, filter).stream()
                .map(Story.Line::of)
                .filter(it -> oldestFirst
                        ? isWithin(it.day(true), before == null ? first : before.plusDays(1), last)
                        : isWithin(it.day(false), last, before == null ? LocalDate.MAX : before.minusDays(1)))
                .forEach(all::add);
        Comparator<Story.Line> order = Comparator.comparing(it -> it.day(oldestFirst));
        all.sort(oldestFirst ? order : order.reversed());
        return all;
    }

    private static boolean isWithin(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private List<Gap> of(List<Account> accounts, TimelineFilter filter) {
        LocalDate from = day(filter.from(), LocalDate.EPOCH);
        LocalDate until = day(filter.until(), LocalDate.MAX);
        return accounts.stream()
                .filter(it -> filter.channel() == null || it.channel().equals(filter.channel()))
                .filter(it -> filter.account() == null || it.account().equals(filter.account()))
                .flatMap(it -> gaps.ofAccount(it.channel(), it.account(), from, until).stream())
                .distinct()
                .toList();
    }

    private static LocalDate day(@Nullable LocalDateTime at, LocalDate otherwise) {
        return at == null ? otherwise : at.toLocalDate();
    }
}
