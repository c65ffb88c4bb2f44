package dev.tributary.pipeline;

import dev.tributary.run.SyncRun;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a night would do to the links.
 *
 * @param run how it would end; its number holds in the rehearsal only
 * @param skipped the sources that were not asked
 */
public record Rehearsed(SyncRun run, List<String> skipped, Changes moves, Changes splits, Changes joins, Changes asks) {

    public Rehearsed {
        skipped = List.copyOf(skipped);
    }

    /** What would become of a participant; the riskiest first. */
    public enum Kind {
        MOVES,
        SPLITS,
        JOINS,
        ASKS
    }

    /**
     * @param participant the channel and the id there
     * @param from the contact that it was on, by its id in the CRM; null where it was on none
     * @param to the contact that it would be on; null where on none
     * @param why the rule, or the reason of the case
     * @param participants how many the contact would have
     */
    public record Change(
            Kind kind,
            String participant,
            @Nullable String from,
            @Nullable String to,
            @Nullable String why,
            long participants) {}

    /** @param first of each kind those of the contacts with the most participants */
    public record Changes(long count, List<Change> first) {
        public Changes {
            first = List.copyOf(first);
        }
    }

    /** The first of all, the riskiest before the others: who moves, who splits, who joins a contact with many, who is asked about. */
    public List<Change> riskiest() {
        return Stream.of(moves, splits, joins, asks)
                .flatMap(it -> it.first().stream())
                .toList();
    }
}
