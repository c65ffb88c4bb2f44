package dev.tributary.run;

import java.util.EnumMap;
import java.util.Map;

/** The equation of one source: {@code read} records, and what became of each. */
public record SourceCounts(long read, Map<Outcome, Long> outcomes) {

    public SourceCounts {
        Map<Outcome, Long> complete = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            complete.put(outcome, outcomes.getOrDefault(outcome, 0L));
        }
        outcomes = Map.copyOf(complete);
    }

    public long of(Outcome outcome) {
        return outcomes.get(outcome);
    }

    /** Whether every record that was read is accounted for. */
    public boolean balances() {
        return read == outcomes.values().stream().mapToLong(Long::longValue).sum();
    }
}
