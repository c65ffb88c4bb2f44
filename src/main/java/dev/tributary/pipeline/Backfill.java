package dev.tributary.pipeline;

import dev.tributary.coverage.Coverage;
import dev.tributary.coverage.DayState;
import dev.tributary.coverage.Gaps;
import dev.tributary.coverage.Hole;
import dev.tributary.coverage.Holes;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.Reach;
import dev.tributary.pipeline.BackfillLedger.Wanted;
import dev.tributary.run.Restage;
import dev.tributary.run.RunState;
import dev.tributary.run.SyncRun;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/**
 * Fills the holes of a source: a further run of its job asks the source for them alone, and brings what it gives to the timelines as
 * every run does. The source's cursor stays. A fill that was killed goes on with the same call.
 */
@Component
public class Backfill {

    private static final int RUNS = 3;

    private final Definitions definitions;
    private final Holes holes;
    private final Gaps gaps;
    private final Coverage coverage;
    private final BackfillLedger ledger;
    private final JobRepository repository;
    private final Sync sync;

    Backfill(
            Definitions definitions,
            Holes holes,
            Gaps gaps,
            Coverage coverage,
            BackfillLedger ledger,
            JobRepository repository,
            Sync sync) {
        this.definitions = definitions;
        this.holes = holes;
        this.gaps = gaps;
        this.coverage = coverage;
        this.ledger = ledger;
        this.repository = repository;
        this.sync = sync;
    }

    /**
     * Which source, and which of its days.
     *
     * @param from UTC, as the last day
     * @param job whose run fills them
     * @param businessDate of that run
     */
    public record Request(String source, LocalDate from, LocalDate to, String job, LocalDate businessDate) {}

    /**
     * What there is to fill; nothing is asked of the source.
     *
     * @throws dev.tributary.definition.UnknownDefinition where there is no such source
     */
    public Filled look(Request request) {
        return filled(request, found(request), coverage.ofSource(request.source()), null);
    }

    /**
     * Fills what can be filled, and tells what came of it. Where there is no hole, or the source cannot be asked for its past, nothing
     * is run.
     *
     * @throws dev.tributary.definition.UnknownDefinition where there is no such source or job
     */
    public Filled fill(Request request) {
        definitions.job(request.job());
        List<Hole> found = found(request);
        if (found.isEmpty() || !reach(request).canFill()) {
            return look(request);
        }
        NavigableMap<LocalDate, Long> before = coverage.ofSource(request.source());
        return filled(request, found, before, run(request));
    }

    /** What pushes to us is never asked, so that only its silence tells. */
    private List<Hole> found(Request request) {
        if (reach(request) != Reach.NOTHING) {
            return holes.of(request.source(), request.from(), request.to());
        }
        return gaps.ofSource(request.source(), request.from(), request.to()).stream()
                .map(it -> new Hole(it.firstDay(), it.lastDay(), DayState.SILENT, null, null, null))
                .toList();
    }

    private Reach reach(Request request) {
        SourceDefinition source = definitions.source(request.source());
        return Reach.of(source.extract());
    }

    /** A run of this date that did not come to its end ends first, and fills nothing. */
    private SyncResult run(Request request) {
        Wanted days = new Wanted(request.from(), request.to());
        SyncRequest further =
                new SyncRequest(request.job(), request.businessDate(), List.of(request.source()), true, Restage.NONE);
        for (int runs = 1; ; runs++) {
            SyncResult result = sync.run(further, run -> want(run, request.source(), days));
            if (runs == RUNS || !(result instanceof SyncResult.Ran ran) || !endedWell(ran.run())) {
                return result;
            }
            if (ledger.wanted(ran.run().id(), request.source())
                    .filter(days::equals)
                    .isPresent()) {
                return result;
            }
        }
    }

    /** A run that goes on keeps what it was started for: only one that Spring Batch does not know yet is ours. */
    private void want(SyncRun run, String source, Wanted days) {
        if (repository.getJobInstance(SyncJob.NAME, Parameters.of(run, List.of(), Restage.NONE)) == null) {
            ledger.want(run.id(), source, days);
        }
    }

    private static boolean endedWell(SyncRun run) {
        return run.state() == RunState.COMPLETED || run.state() == RunState.PARTIAL;
    }

    private Filled filled(
            Request request, List<Hole> found, NavigableMap<LocalDate, Long> before, @Nullable SyncResult result) {
        NavigableMap<LocalDate, Long> after = coverage.ofSource(request.source());
        Set<LocalDate> open = new HashSet<>();
        found(request).forEach(hole -> hole.days().forEach(open::add));
        List<Filled.Line> lines = found.stream()
                .map(hole -> new Filled.Line(
                        hole,
                        messages(hole, before),
                        messages(hole, after),
                        hole.days().anyMatch(open::contains)))
                .toList();
        boolean whole = lines.stream().noneMatch(Filled.Line::open);
        return new Filled(lines, whole ? null : reach(request).cure(), result);
    }

    private static long messages(Hole hole, NavigableMap<LocalDate, Long> days) {
        return hole.days().mapToLong(day -> days.getOrDefault(day, 0L)).sum();
    }
}
