package dev.tributary.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tributary.run.RunState;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, in numbers: short enough for a terminal, and the first part of {@code audit.json}.
 *
 * @param run the id of the run
 * @param sources in the order of their names
 * @param report the path of the workbook, or null while there is none
 * @param held why the run waits for a person; null, which JSON leaves out, where it does not
 */
public record RunSummary(
        String job,
        LocalDate businessDate,
        long run,
        RunState state,
        List<Source> sources,
        People people,
        @Nullable String report,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Held held) {

    public RunSummary {
        sources = List.copyOf(sources);
    }

    /**
     * The equation of one source: {@code read} records, and what became of each.
     *
     * @param state {@link RunState#RUNNING} where the source did not come to its end
     * @param added the records that are new; {@code new} in JSON
     * @param code why the source failed, or null, which JSON leaves out
     * @param message the same in words, or null, which JSON leaves out
     */
    public record Source(
            String source,
            RunState state,
            long read,
            @JsonProperty("new") long added,
            long updated,
            long unchanged,
            long duplicate,
            long filtered,
            long suppressed,
            long quarantined,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String code,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String message) {

        /** The records of which it is known what became of them. */
        public long accounted() {
            return added + updated + unchanged + duplicate + filtered + suppressed + quarantined;
        }

        /** Whether every record that was read is accounted for. */
        public boolean balances() {
            return read == accounted();
        }
    }

    /**
     * What the brake measured of a run that is held.
     *
     * @param riskiest the contacts that grew, those with the most participants first
     */
    public record Held(String why, long linksBefore, long newLinks, List<Grown> riskiest) {

        public Held {
            riskiest = List.copyOf(riskiest);
        }

        /** @param contact its id in the CRM */
        public record Grown(String contact, long participants, long newLinks) {}
    }

    /**
     * Where the customers stand, of this run and all before it.
     *
     * @param participants every participant that is a customer; more than the sum of the others only where a run ended
     *     before it had looked at all of them
     */
    public record People(long participants, long linked, long toReview, long unmatched) {}

    /** Whether the equation holds for every source. */
    public boolean balances() {
        return sources.stream().allMatch(Source::balances);
    }

    /** The equation over all sources. */
    public Source total() {
        return new Source(
                "all sources",
                state,
                sum(Source::read),
                sum(Source::added),
                sum(Source::updated),
                sum(Source::unchanged),
                sum(Source::duplicate),
                sum(Source::filtered),
                sum(Source::suppressed),
                sum(Source::quarantined),
                null,
                null);
    }

    private long sum(ToLongFunction<Source> records) {
        return sources.stream().mapToLong(records).sum();
    }
}
