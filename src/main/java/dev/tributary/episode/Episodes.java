package dev.tributary.episode;

import dev.tributary.interaction.NaturalKey;
import dev.tributary.run.RunLedger;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Joins what one customer says in several conversations, where a typed tie proves that one led to the other: a comment and the
 * private reply to it, a post and the call back, a question and the ticket that it became. Looks at the episodes in which anything
 * changed since the last run that was published, whole.
 */
class Episodes implements Tasklet {

    private final RunLedger ledger;
    private final OfferUses offers;
    private final EpisodeParts parts;
    private final long run;

    Episodes(JdbcTemplate jdbc, RunLedger ledger, long run) {
        this.ledger = ledger;
        this.offers = new OfferUses(jdbc);
        this.parts = new EpisodeParts(jdbc);
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        long published = ledger.lastPublishedBefore(run);
        offers.tie(published, run);
        Set<Part.Tie> ties = parts.changedTies(published);
        Map<Part, NaturalKey> before =
                new TreeMap<>(parts.known(conversations(ties), parts.changedEpisodes(published)));
        gather(ties, before);
        contribution.incrementWriteCount(parts.replace(before, new Components(ties).episodes(), run));
        return RepeatStatus.FINISHED;
    }

    /** Follows the ties until no conversation is new. */
    private void gather(Set<Part.Tie> ties, Map<Part, NaturalKey> before) {
        Set<NaturalKey> seen = new HashSet<>();
        Set<NaturalKey> fresh = reached(ties, before);
        while (!fresh.isEmpty()) {
            seen.addAll(fresh);
            ties.addAll(parts.tiesOf(fresh));
            before.putAll(parts.known(conversations(ties), bytes(before.values())));
            fresh = reached(ties, before);
            fresh.removeAll(seen);
        }
    }

    private static Set<NaturalKey> reached(Collection<Part.Tie> ties, Map<Part, NaturalKey> known) {
        Set<NaturalKey> reached = conversations(ties);
        known.keySet().forEach(part -> reached.add(part.conversation()));
        return reached;
    }

    private static Set<NaturalKey> conversations(Collection<Part.Tie> ties) {
        return ties.stream()
                .flatMap(tie -> Stream.of(tie.one().conversation(), tie.other().conversation()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Collection<byte[]> bytes(Collection<NaturalKey> keys) {
        return keys.stream().distinct().map(NaturalKey::bytes).toList();
    }
}
