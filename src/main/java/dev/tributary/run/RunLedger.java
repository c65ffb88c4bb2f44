package dev.tributary.run;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers every run and what it came to. Thread-safe. */
@Component
@Transactional
public class RunLedger {

    private final SyncRuns runs;
    private final Clock clock;

    RunLedger(SyncRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** The last attempt at the job's business date. */
    public Optional<SyncRun> latest(String job, LocalDate businessDate) {
        return runs.findFirstByJobAndBusinessDateOrderByAttemptDesc(job, businessDate);
    }

    /** The newest ten runs, the newest first. */
    public List<SyncRun> recent() {
        List<SyncRun> recent = new ArrayList<>();
        runs.findTop10ByOrderByIdDesc().forEach(recent::add);
        return recent;
    }

    /** Opens the next attempt at the business date. */
    public SyncRun open(String job, LocalDate businessDate) {
        int attempt = latest(job, businessDate).map(SyncRun::attempt).orElse(0) + 1;
        return runs.save(new SyncRun(job, businessDate, attempt, now()));
    }

    /** Opens a run again that did not end well. */
    public void resume(long run) {
        find(run).resume();
    }

    /** Whatever changed in the tables up to this run is on the timelines. */
    public void published(long run) {
        find(run).publish();
    }

    /** The newest run before this one that was published; 0 where there is none. */
    public long lastPublishedBefore(long run) {
        return runs.lastPublishedBefore(run);
    }

    public void reported(long run, String path) {
        find(run).reportTo(path);
    }

    /** @param failure why, without personal data; null unless the state is FAILED or HELD */
    public SyncRun end(long run, RunState state, @Nullable String failure) {
        SyncRun ended = find(run);
        ended.end(state, failure, now());
        return ended;
    }

    /** Why the run is about to be held; its state follows when it has come to its end. */
    public void holdBecause(long run, String why) {
        find(run).holdBecause(why);
    }

    /** A run that was stopped with its server goes on by itself. */
    public void stoppedWithServer(long run) {
        find(run).stopWithServer();
    }

    /**
     * The runs that go on by themselves, the newest first: those that are said to be under way, though the process that worked on one
     * may have died, and those that were stopped with their server.
     */
    public List<SyncRun> unfinished() {
        return runs.findLeftBehind();
    }

    /** The runs that are held, the newest first. */
    public List<SyncRun> held() {
        return runs.findByStateOrderByIdDesc(RunState.HELD);
    }

    /** @throws UnknownRun where there is no such run */
    public SyncRun find(long run) {
        return runs.findById(run).orElseThrow(() -> new UnknownRun(run));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
