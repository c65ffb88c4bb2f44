package dev.tributary.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tributary.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of the report: {@code audit.json} is this record, the page and the first sheets are drawn from it.
 *
 * @param endedAt when the run ended, or when the report was written if it is the last step of the run
 * @param failure why the run failed, or null
 */
record Answers(
        @JsonUnwrapped RunSummary summary,
        int attempt,
        Instant startedAt,
        Instant endedAt,
        @Nullable String failure,
        List<Counted> unmatchedReasons,
        List<Counted> reviewReasons,
        List<Counted> quarantineCodes,
        List<ResponseTime> responseTimes) {

    /** A reason or code, how often it occurs, what it means and what would mend it. */
    record Counted(String reason, long count, String meaning, String cure) {}

    @JsonProperty
    boolean balances() {
        return summary.balances();
    }

    @JsonProperty
    long durationSeconds() {
        return Math.max(0, Duration.between(startedAt, endedAt).toSeconds());
    }

    List<RunSummary.Source> failedSources() {
        return summary.sources().stream()
                .filter(source -> source.state() == RunState.FAILED)
                .toList();
    }

    long quarantined() {
        return quarantineCodes.stream().mapToLong(Counted::count).sum();
    }
}
