package dev.tributary.extract;

import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.Window;
import dev.tributary.landing.Landing;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
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
        return http.window() == null ? inOneGo(run, http, cursor) : byWindow(run, http, http.window(), cursor);
    }

    private Iterator<Leg> inOneGo(SourceRun run, HttpExtract http, Optional<String> cursor) {
        Position position = http.cursor() == null
                ? null
                : new Position(http.cursor(), run.source().zone(), cursor.orElse(null));
        Map<String, String> since =
                position == null ? Map.of() : position.params(run.name(), landing.cursorMoved(run.name()));
        return Collections.singleton(new Leg(order(http, Bound.NOTHING, since), position))
                .iterator();
    }

    private Iterator<Leg> byWindow(SourceRun run, HttpExtract http, Window window, Optional<String> cursor) {
        ZoneId zone = run.source().zone();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> reached = cursor.flatMap(CursorFormat.of(null, zone)::time);
        Instant first = reached.map(end -> end.minus(window.overlap())).orElseGet(() -> window.first(now, zone));
        CursorFormat format = CursorFormat.of(window.format(), zone);
        return Stream.iterate(first, now::isAfter, from -> from.plus(window.size()))
                .map(from -> {
                    Instant to = earlier(from.plus(window.size()), now);
                    PageOrder order = order(http, bound(window, format.written(from), format.written(to)), Map.of());
                    return new Leg(order, new WindowEnd(cursor.orElse(null), reached.orElse(first), to));
                })
                .iterator();
    }

    private static Bound bound(Window window, String from, String to) {
        return new Bound(Map.of(Window.FROM, from, Window.TO, to), window.countsTime());
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
