package dev.tributary.console;

import dev.tributary.definition.Definitions;
import dev.tributary.landing.Segments;
import dev.tributary.landing.Standing;
import dev.tributary.report.SourceHistory;
import dev.tributary.report.SourceHistory.Turn;
import dev.tributary.stage.QuarantineList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Puts together what is known of every source that is defined. Thread-safe. */
@Component
@ConditionalOnWebApplication
class SourceLines {

    private final Definitions definitions;
    private final SourceHistory history;
    private final Segments segments;
    private final QuarantineList quarantine;

    SourceLines(Definitions definitions, SourceHistory history, Segments segments, QuarantineList quarantine) {
        this.definitions = definitions;
        this.history = history;
        this.segments = segments;
        this.quarantine = quarantine;
    }

    /** In the order of their names. */
    List<SourceLine> all() {
        Map<String, Turn> last = history.last();
        Map<String, Long> open = quarantine.open();
        Map<String, Standing> standings =
                segments.standings().stream().collect(Collectors.toMap(Standing::source, Function.identity()));
        return definitions.sources().stream()
                .map(source -> SourceLine.of(
                        source,
                        last.get(source.source()),
                        standings.getOrDefault(source.source(), Standing.nothing(source.source())),
                        open.getOrDefault(source.source(), 0L)))
                .toList();
    }

    /** @throws dev.tributary.definition.UnknownDefinition where there is no such source */
    SourceLine one(String name) {
        definitions.source(name);
        return all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
