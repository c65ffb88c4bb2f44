package dev.tributary.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One run of a job for a business date; a date whose first run was not complete may have further attempts. Times are UTC. */
@Entity
@Table(name = "sync_run")
public class SyncRun {

    private static final int LONGEST_FAILURE = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String job;

    @Column(name = "business_date")
    private LocalDate businessDate;

    private int attempt;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(16)")
    private RunState state;

    @Column(name = "started_at")
    private LocalDateTime startedAt;

    @Column(name = "ended_at")
    private @Nullable LocalDateTime endedAt;

    @Column(name = "goes_on")
    private boolean goesOn;

    private boolean published;
    private @Nullable String report;
    private @Nullable String failure;

    @SuppressWarnings("NullAway.Init")
    protected SyncRun() {}

    SyncRun(String job, LocalDate businessDate, int attempt, LocalDateTime now) {
        this.id = null;
        this.job = job;
        this.businessDate = businessDate;
        this.attempt = attempt;
        this.state = RunState.RUNNING;
        this.startedAt = now;
    }

    public long id() {
        return id;
    }

    public String job() {
        return job;
    }

    public LocalDate businessDate() {
        return businessDate;
    }

    /** From 1. */
    public int attempt() {
        return attempt;
    }

    public RunState state() {
        return state;
    }

    public LocalDateTime startedAt() {
        return startedAt;
    }

    public @Nullable LocalDateTime endedAt() {
        return endedAt;
    }

    /** The workbook's path, once it is written. */
    public @Nullable String report() {
        return report;
    }

    /** Why the run failed or is held, without personal data. */
    public @Nullable String failure() {
        return failure;
    }

    /** Whether a server goes on with it by itself, for it was stopped with its server. */
    public boolean goesOn() {
        return goesOn;
    }

    void stopWithServer() {
        goesOn = true;
    }

    void resume() {
        goesOn = false;
        state = RunState.RUNNING;
        endedAt = null;
        failure = null;
    }

    void publish() {
        published = true;
    }

    void holdBecause(String why) {
        failure = cut(why);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE);
    }

    void reportTo(String path) {
        report = path;
    }

    void end(RunState as, @Nullable String reason, LocalDateTime now) {
        state = as;
        failure = cut(reason);
        endedAt = now;
    }
}
