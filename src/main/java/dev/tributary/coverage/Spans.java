package dev.tributary.coverage;

import dev.tributary.landing.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Moments, as spans that neither overlap nor touch, in their order. Pure. */
record Spans(List<Span> all) {

    Spans {
        all = List.copyOf(all);
    }

    /** Whatever is in any of them. */
    static Spans of(Collection<Span> any) {
        List<Span> joined = new ArrayList<>();
        any.stream().sorted(Comparator.comparing(Span::from)).forEach(next -> {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || last.to().isBefore(next.from())) {
                joined.add(next);
            } else if (last.to().isBefore(next.to())) {
                joined.set(joined.size() - 1, new Span(last.from(), next.to()));
            }
        });
        return new Spans(joined);
    }

    /** What is here and not there. */
    Spans minus(Spans there) {
        return new Spans(all.stream().flatMap(it -> rest(it, there)).toList());
    }

    /** What is here and in the span. */
    Spans within(Span span) {
        return new Spans(all.stream()
                .filter(span::meets)
                .map(it -> new Span(later(it.from(), span.from()), earlier(it.to(), span.to())))
                .toList());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    private static Stream<Span> rest(Span span, Spans there) {
        List<Span> rest = new ArrayList<>();
        Instant from = span.from();
        for (Span gone : there.within(span).all) {
            if (from.isBefore(gone.from())) {
                rest.add(new Span(from, gone.from()));
            }
            from = gone.to();
        }
        if (from.isBefore(span.to())) {
            rest.add(new Span(from, span.to()));
        }
        return rest.stream();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
