package dev.tributary.notice;

import dev.tributary.run.SyncRun;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * What there is to tell of a night. Two of them are the same where all of it is.
 *
 * @param kind the name of the state in which a run ended, or {@link #LATE}
 * @param moment when it was, UTC, in microseconds as the database keeps it
 */
record Occasion(String job, LocalDate businessDate, String kind, LocalDateTime moment) {

    /** The night was not complete by its hour. */
    static final String LATE = "LATE";

    /** @param run one that has ended, as the database has it */
    static Occasion ended(SyncRun run) {
        return new Occasion(run.job(), run.businessDate(), run.state().name(), Objects.requireNonNull(run.endedAt()));
    }
}
