package dev.tributary.stage;

import dev.tributary.run.Outcome;
import dev.tributary.run.SourceCounts;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What became of the records of a chunk, by source: those that were read are counted apart from their outcomes. */
final class ChunkCounts {

    private final Map<String, Long> read = new TreeMap<>();
    private final Map<String, Map<Outcome, Long>> outcomes = new TreeMap<>();

    void read(String source) {
        read.merge(source, 1L, Long::sum);
    }

    void count(String source, Outcome outcome) {
        outcomes(source).merge(outcome, 1L, Long::sum);
    }

    /** What was counted as one turned out to be the other. */
    void recount(String source, Outcome was, Outcome is) {
        outcomes(source).merge(was, -1L, Long::sum);
        count(source, is);
    }

    void forEach(BiConsumer<String, SourceCounts> each) {
        read.forEach((source, records) -> each.accept(source, new SourceCounts(records, outcomes(source))));
    }

    private Map<Outcome, Long> outcomes(String source) {
        return outcomes.computeIfAbsent(source, it -> new EnumMap<>(Outcome.class));
    }
}
