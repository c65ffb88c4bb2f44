package dev.tributary.notice;

import dev.tributary.definition.JobDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Knows which nights should be complete. */
interface Nights {

    /**
     * A night whose hour has struck.
     *
     * @param hour when it had to be complete
     */
    record Due(LocalDate businessDate, Instant hour) {}

    /** The last night of a job that has to be complete by now; empty where nobody waits for one. */
    Optional<Due> due(JobDefinition job, Instant now);
}
