package dev.tributary.pipeline;

import dev.tributary.run.Restage;
import java.time.LocalDate;
import java.util.List;

/**
 * What to run.
 *
 * @param sources those of the job that take part; empty for all
 * @param again to run although the business date is complete
 * @param restage which landed segments are staged again
 */
public record SyncRequest(String job, LocalDate businessDate, List<String> sources, boolean again, Restage restage) {

    public SyncRequest {
        sources = List.copyOf(sources);
    }

    /** The one run of the business date, with all sources of the job. */
    public static SyncRequest of(String job, LocalDate businessDate) {
        return new SyncRequest(job, businessDate, List.of(), false, Restage.NONE);
    }

    /** Whether it is more than the one run of the business date. */
    boolean isFurtherAttempt() {
        return again || restage != Restage.NONE || !sources.isEmpty();
    }
}
