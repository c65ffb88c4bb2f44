package dev.tributary.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tributary.coverage.DayState;
import dev.tributary.pipeline.Backfill;
import dev.tributary.pipeline.Filled;
import dev.tributary.pipeline.SyncResult;
import dev.tributary.report.RunSummary;
import dev.tributary.run.FailureCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --json} says of a backfill.
 *
 * @param state {@code WHOLE} or {@code OPEN}
 * @param run null where none came to its end
 * @param notStarted why no run was started: {@code HELD} or {@code ALREADY_RUNNING}; null where nothing stood against it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BackfillAnswer(
        String source,
        LocalDate from,
        LocalDate to,
        String state,
        List<Line> holes,
        @Nullable String cure,
        @Nullable RunSummary run,
        @Nullable String notStarted) {

    /** @param messages of its days by now, and {@code before} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            LocalDate from,
            LocalDate to,
            DayState why,
            @Nullable FailureCode code,
            @Nullable Long fetched,
            @Nullable Long expected,
            long before,
            long messages,
            boolean open) {

        private static Line of(Filled.Line it) {
            return new Line(
                    it.hole().firstDay(),
                    it.hole().lastDay(),
                    it.hole().state(),
                    it.hole().code(),
                    it.hole().fetched(),
                    it.hole().expected(),
                    it.before(),
                    it.after(),
                    it.open());
        }
    }

    static BackfillAnswer of(Backfill.Request request, Filled filled, @Nullable RunSummary run) {
        return new BackfillAnswer(
                request.source(),
                request.from(),
                request.to(),
                filled.isWhole() ? "WHOLE" : "OPEN",
                filled.lines().stream().map(Line::of).toList(),
                filled.cure(),
                run,
                notStarted(filled.result()));
    }

    private static @Nullable String notStarted(@Nullable SyncResult result) {
        if (result instanceof SyncResult.AlreadyRunning) {
            return "ALREADY_RUNNING";
        }
        return result instanceof SyncResult.Held ? "HELD" : null;
    }
}
