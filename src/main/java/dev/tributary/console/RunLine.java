package dev.tributary.console;

import dev.tributary.report.RunHistory;
import dev.tributary.report.StateWords;
import dev.tributary.run.RunState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A run in the list.
 *
 * @param took null while it works
 */
public record RunLine(
        long run,
        String job,
        LocalDate date,
        int attempt,
        String state,
        String look,
        LocalDateTime startedAt,
        @Nullable Duration took,
        long read,
        long added,
        long quarantined,
        long linked,
        long toReview) {

    static RunLine of(RunHistory.Line it) {
        return new RunLine(
                it.run(),
                it.job(),
                it.businessDate(),
                it.attempt(),
                state(it.state()),
                StateWords.look(it.state()),
                it.startedAt(),
                it.endedAt() == null ? null : Duration.between(it.startedAt(), it.endedAt()),
                it.recordsRead(),
                it.added(),
                it.quarantined(),
                it.linked(),
                it.toReview());
    }

    static String state(RunState state) {
        return state == RunState.RUNNING ? "running" : StateWords.state(state);
    }
}
