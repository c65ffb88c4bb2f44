package dev.tributary.coverage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds silent days that chance does not explain. Messages are taken to come as a Poisson process whose rate may differ between the days
 * of the week: where they come at a mean of λ on each of some days, the probability that none comes on any of them is exp(-Σλ), its
 * void probability (J. F. C. Kingman, Poisson Processes, 1993, 2.1). λ is the mean of that day of the week outside of the silence; of
 * one that does not occur there, the mean of all days. Pure.
 */
final class Silence {

    private static final double UNLIKELY = 0.001;
    private static final int WEEK = DayOfWeek.values().length;

    private final NavigableMap<LocalDate, Long> days;
    private final long[] occurs;
    private final long[] messages = new long[WEEK];

    /** @param days the days with messages, and how many; not empty */
    Silence(NavigableMap<LocalDate, Long> days) {
        this.days = days;
        this.occurs = occurrences(new Span(days.firstKey(), days.lastKey()));
        days.forEach((day, count) -> messages[ofWeek(day)] += count);
    }

    /** A span of days, the last included. */
    record Span(LocalDate first, LocalDate last) {

        private Stream<LocalDate> days() {
            return first.datesUntil(last.plusDays(1));
        }
    }

    /** Messages a day over the whole span. */
    double mean() {
        return (double) sum(messages) / sum(occurs);
    }

    /** The spans between the first and the last day that are silent against all likelihood, in their order. */
    List<Span> unlikely() {
        List<Span> unlikely = new ArrayList<>();
        LocalDate before = days.firstKey();
        for (LocalDate day : days.keySet()) {
            Span silent = new Span(before.plusDays(1), day.minusDays(1));
            if (silent.first().isBefore(day) && Math.exp(-expected(silent)) < UNLIKELY) {
                unlikely.add(silent);
            }
            before = day;
        }
        return unlikely;
    }

    /** Σλ. */
    private double expected(Span silent) {
        long[] within = occurrences(silent);
        double expected = 0;
        for (int day = 0; day < WEEK; day++) {
            long outside = occurs[day] - within[day];
            double rate = outside > 0
                    ? (double) messages[day] / outside
                    : (double) sum(messages) / (sum(occurs) - sum(within));
            expected += within[day] * rate;
        }
        return expected;
    }

    private static long[] occurrences(Span span) {
        long[] occurs = new long[WEEK];
        span.days().forEach(day -> occurs[ofWeek(day)]++);
        return occurs;
    }

    private static int ofWeek(LocalDate day) {
        return day.getDayOfWeek().ordinal();
    }

    private static long sum(long[] counts) {
        return LongStream.of(counts).sum();
    }
}
