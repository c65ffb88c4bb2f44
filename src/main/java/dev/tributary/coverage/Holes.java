package dev.tributary.coverage;

import dev.tributary.landing.SourceWindow;
import dev.tributary.landing.Span;
import dev.tributary.landing.WindowState;
import dev.tributary.landing.Windows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells which days of a source were read to their end, and which not and why. A day is whole where the spans of time that the source was
 * asked for, and gave whole, hold every moment of it; otherwise the last that was asked of what is missing says why. Days are UTC.
 * Thread-safe.
 */
@Component
public class Holes {

    private static final Duration DAY = Duration.ofDays(1);

    private final Windows windows;
    private final Clock clock;

    Holes(Windows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * Each day, in their order. Today is looked at until now.
     *
     * @return empty where nothing is noted of the source yet, and where the last day is before the first
     */
    public List<SourceDay> days(String source, LocalDate first, LocalDate last) {
        Optional<Instant> lastAsked = windows.lastAsked(source);
        return lastAsked.isEmpty() || last.isBefore(first) ? List.of() : days(source, first, last, lastAsked.get());
    }

    /** The first day of which it is noted what came of asking for it; empty where there is none. */
    public Optional<LocalDate> since(String source) {
        return windows.firstAsked(source).map(it -> LocalDate.ofInstant(it, ZoneOffset.UTC));
    }

    /**
     * The holes between two days, in their order. This day and those to come are none, for they are not over; nor are those after the
     * source was asked last, which the next run asks for.
     */
    public List<Hole> of(String source, LocalDate first, LocalDate last) {
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        LocalDate end = last.isBefore(yesterday) ? last : yesterday;
        if (end.isBefore(first)) {
            return List.of();
        }
        // of a source that was never asked every day is a hole
        Instant lastAsked = windows.lastAsked(source).orElse(Instant.MAX);
        List<Hole> holes = new ArrayList<>();
        days(source, first, end, lastAsked).stream()
                .filter(it -> it.state().isHole())
                .forEach(day -> add(holes, day));
        return holes;
    }

    private static void add(List<Hole> holes, SourceDay day) {
        Hole before = holes.isEmpty() ? null : holes.get(holes.size() - 1);
        if (before != null && before.goesOnWith(day)) {
            holes.set(holes.size() - 1, before.until(day.day()));
        } else {
            holes.add(Hole.of(day));
        }
    }

    private List<SourceDay> days(String source, LocalDate first, LocalDate last, Instant lastAsked) {
        Span all = Days.span(first, last);
        List<SourceWindow> asked = windows.of(source, all);
        Spans whole = Spans.of(asked.stream()
                .filter(SourceWindow::isWhole)
                .map(SourceWindow::span)
                .toList());
        Spans missing = Spans.of(List.of(all)).minus(whole);
        return first.datesUntil(last.plusDays(1))
                .map(day -> day(day, missing.within(Days.span(day, day)), asked, lastAsked))
                .toList();
    }

    private SourceDay day(LocalDate day, Spans missing, List<SourceWindow> asked, Instant lastAsked) {
        if (missing.isEmpty()) {
            return mostOf(Days.span(day, day), asked)
                    .map(it -> day(day, DayState.FETCHED, it))
                    .orElseGet(() -> SourceDay.of(day, DayState.FETCHED));
        }
        if (!missing.all().get(0).from().isBefore(lastAsked)) {
            return SourceDay.of(day, DayState.NOT_YET);
        }
        return last(asked, missing.all())
                .map(it -> day(day, state(it), it))
                .orElseGet(() -> SourceDay.of(day, DayState.NEVER_ASKED));
    }

    private static Optional<SourceWindow> last(List<SourceWindow> asked, List<Span> any) {
        return asked.stream()
                .filter(it -> any.stream().anyMatch(it.span()::meets))
                .reduce((earlier, later) -> later);
    }

    /** The window that holds most of the day; of equals the last. */
    private static Optional<SourceWindow> mostOf(Span day, List<SourceWindow> asked) {
        return asked.stream()
                .filter(it -> it.isWhole() && it.span().meets(day))
                .max(Comparator.comparing(it ->
                        length(Spans.of(List.of(it.span())).within(day).all().get(0))));
    }

    private static Duration length(Span span) {
        return Duration.between(span.from(), span.to());
    }

    private static DayState state(SourceWindow window) {
        return window.state() == WindowState.FETCHED
                ? DayState.SHORT
                : DayState.valueOf(window.state().name());
    }

    /** What a longer span gave says nothing of one day. */
    private static SourceDay day(LocalDate day, DayState state, SourceWindow window) {
        boolean ofTheDay = length(window.span()).compareTo(DAY) <= 0;
        return new SourceDay(
                day,
                state,
                state == DayState.FETCHED ? null : window.code(),
                ofTheDay ? window.fetched() : null,
                ofTheDay ? window.expected() : null);
    }
}
