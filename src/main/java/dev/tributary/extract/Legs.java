package dev.tributary.extract;

import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.Window;
import dev.tributary.landing.Landing;
import dev.tributary.landing.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plans the way of one run: in one go, or window by window. */
@Component
class Legs {

    private final Landing landing;
    private final Inquiries inquiries;

    Legs(Landing landing, Inquiries inquiries) {
        this.landing = landing;
        this.inquiries = inquiries;
    }

    /** @throws SourceFailed where something that the definition names is not in the environment */
    Iterator<Leg> of(SourceRun run, HttpExtract http) {
        Optional<String> cursor = landing.cursor(run.name());
        Window window = http.window();
        if (window == null) {
            return inOneGo(run, http, cursor);
        }
        return run.past()
                .map(past -> ofThePast(run, http, window, past))
                .orElseGet(() -> byWindow(run, http, window, cursor));
    }

    private Iterator<Leg> inOneGo(SourceRun run, HttpExtract http, Optional<String> cursor) {
        Position position = http.cursor() == null
                ? null
                : new Position(http.cursor(), run.source().zone(), cursor.orElse(null));
        Map<String, String> since =
                position == null ? Map.of() : position.params(run.name(), landing.cursorMoved(run.name()));
        Asking asking = run.askings().get(0);
        return List.of(new Leg(order(http, Bound.NOTHING, since), position, asking))
                .iterator();
    }

    private Iterator<Leg> byWindow(SourceRun run, HttpExtract http, Window window, Optional<String> cursor) {
        Optional<Instant> reached =
                cursor.flatMap(CursorFormat.of(null, run.source().zone())::time);
        Instant first = reached.map(end -> end.minus(window.overlap()))
                .orElseGet(() -> window.first(run.begun(), run.source().zone()));
        return windows(first, run.begun(), window)
                .map(span -> {
                    Asking asking = new Asking(span, new Span(span.from(), run.begun()), Askings.tally(http));
                    WindowEnd end = new WindowEnd(cursor.orElse(null), reached.orElse(first), span.to());
                    return new Leg(order(http, bound(run, window, span), Map.of()), end, asking);
                })
                .iterator();
    }

    /** The cursor stays, for what is new was not asked for. */
    private Iterator<Leg> ofThePast(SourceRun run, HttpExtract http, Window window, List<Span> past) {
        return past.stream()
                .flatMap(hole -> windows(hole.from(), hole.to(), window))
                .map(span -> new Leg(
                        order(http, bound(run, window, span), Map.of()), null, new Asking(span, Askings.tally(http))))
                .iterator();
    }

    private static Stream<Span> windows(Instant first, Instant end, Window window) {
        return Stream.iterate(first, end::isAfter, from -> from.plus(window.size()))
                .map(from -> new Span(from, earlier(from.plus(window.size()), end)));
    }

    private static Bound bound(SourceRun run, Window window, Span span) {
        CursorFormat format = CursorFormat.of(window.format(), run.source().zone());
        Map<String, String> values =
                Map.of(Window.FROM, format.written(span.from()), Window.TO, format.written(span.to()));
        return new Bound(values, window.countsTime());
    }

    private PageOrder order(HttpExtract http, Bound bound, Map<String, String> since) {
        return PageOrders.of(http.page(), http.call().url(), more -> {
            Map<String, String> params = new HashMap<>(since);
            params.putAll(more);
            return inquiries.of(http.call(), bound, params);
        });
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
