package dev.tributary.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tributary.report.AuditReport;
import dev.tributary.report.RunHistory;
import dev.tributary.report.RunSummary;
import dev.tributary.run.RunLedger;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The runs and what became of every record they read. */
@RestController
@RequestMapping("/api/runs")
@ConditionalOnWebApplication
@Tag(name = "Runs", description = "What ran, and what became of every record")
class RunsApi {

    private final RunHistory history;
    private final RunLedger runs;
    private final AuditReport report;

    RunsApi(RunHistory history, RunLedger runs, AuditReport report) {
        this.history = history;
        this.runs = runs;
        this.report = report;
    }

    /** @param next the cursor of the page that follows; left out on the last */
    record Runs(
            List<Line> runs,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    /** One run. {@code new} are the records that were not known before. */
    record Line(
            long run,
            String job,
            LocalDate businessDate,
            int attempt,
            RunState state,
            Instant startedAt,
            @Nullable Instant endedAt,
            long read,
            @JsonProperty("new") long added,
            long quarantined) {

        private static Line of(RunHistory.Line it) {
            return new Line(
                    it.run(),
                    it.job(),
                    it.businessDate(),
                    it.attempt(),
                    it.state(),
                    it.startedAt().toInstant(ZoneOffset.UTC),
                    utc(it.endedAt()),
                    it.recordsRead(),
                    it.added(),
                    it.quarantined());
        }
    }

    /**
     * One run with its equation.
     *
     * @param failure why it failed or is held; null otherwise
     * @param balances whether {@code read} is the sum of all outcomes, for each source
     */
    record Detail(
            long run,
            String job,
            LocalDate businessDate,
            int attempt,
            RunState state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String failure,
            boolean balances,
            RunSummary.Source total,
            List<RunSummary.Source> sources) {}

    /** The runs, the newest first. */
    @GetMapping
    @Operation(summary = "List the runs, the newest first")
    Runs list(
            @Parameter(description = "The value of next in the part before") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "How many at most, from 1 to 200", example = "50")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit) {
        int most = Limit.of(limit);
        List<RunHistory.Line> page = history.before(Cursor.number(after, Long.MAX_VALUE), most + 1);
        boolean more = page.size() > most;
        List<Line> lines = page.stream().limit(most).map(Line::of).toList();
        return new Runs(
                lines, more ? Cursor.of(String.valueOf(lines.get(most - 1).run())) : null);
    }

    /** One run. */
    @GetMapping("/{id}")
    @Operation(summary = "Read one run with its equation")
    Detail one(@Parameter(description = "The number of the run", example = "12") @PathVariable long id) {
        SyncRun run = runs.find(id);
        RunSummary summary = report.summary(id);
        return new Detail(
                run.id(),
                run.job(),
                run.businessDate(),
                run.attempt(),
                run.state(),
                run.startedAt().toInstant(ZoneOffset.UTC),
                utc(run.endedAt()),
                run.failure(),
                summary.balances(),
                summary.total(),
                summary.sources());
    }

    private static @Nullable Instant utc(@Nullable LocalDateTime at) {
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
