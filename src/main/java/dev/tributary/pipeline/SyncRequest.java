package dev.tributary.pipeline;

import java.time.LocalDate;
import java.util.List;

/**
 * What to run.
 *
 * @param sources those of the job that take part; empty for all
 * @param again to run although the business date is complete
 * @param restage to stage every landed segment again, as after a mapping changed
 */
public record SyncRequest(String job, LocalDate businessDate, List<String> sources, boolean again, boolean restage) {

    public SyncRequest {
        sources = List.copyOf(sources);
    }

    /** Whether it is more than the one run of the business date. */
    boolean isFurtherAttempt() {
        return again || restage || !sources.isEmpty();
    }
}
