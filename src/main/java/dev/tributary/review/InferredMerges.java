package dev.tributary.review;

import dev.tributary.due.Due;
import dev.tributary.timeline.Timelines;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merges contacts that rules take for one; what a person said of them stands. Thread-safe. */
@Component
public class InferredMerges {

    private static final int PROPOSALS_AT_ONCE = 1_000;

    private static final String INFER = """
            INSERT INTO contact_merge (contact_id, into_id, sequence, status, active_contact, rule, evidence, actor, reason,
                                       decided_at)
            SELECT ?, ?, COALESCE(MAX(sequence), 0) + 1, 'INFERRED', ?, ?, ?, ?, CAST(? AS CHAR(1000)), ?
            FROM contact_merge WHERE contact_id = ? AND into_id = ?""";

    /**
     * Two contacts that a rule takes for one.
     *
     * @param contact the one that is to be merged
     * @param into the one that is to survive
     * @param rule its name
     * @param evidence JSON
     */
    public record Proposal(long contact, long into, String rule, String evidence) {}

    /**
     * What became of proposals: {@code merged + already + refused} is their number.
     *
     * @param already one before
     * @param refused a person said that two of those who would be one are two
     * @param change of the rows that the CRM reads
     */
    public record Inferred(long merged, long already, long refused, Timelines.Change change) {

        private static final Inferred NOTHING = new Inferred(0, 0, 0, Timelines.Change.NOTHING);

        private Inferred plus(Inferred other) {
            return new Inferred(
                    merged + other.merged, already + other.already, refused + other.refused, change.plus(other.change));
        }
    }

    private final Desk desk;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Timelines timelines;
    private final Due due;
    private final Clock clock;

    InferredMerges(Desk desk, JdbcClient jdbc, JdbcTemplate batches, Timelines timelines, Due due, Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.batches = batches;
        this.timelines = timelines;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Merges what rules take for one, in the order of the proposals, unless a person said that any two of them are two. Some
     * thousand proposals are one transaction; the same proposals again change nothing, and go on where a failure broke off.
     *
     * @throws RunUnderWay where a run is at work; then nothing changed
     */
    public Inferred infer(List<Proposal> proposals, By by) {
        return desk.alone(() -> {
            Inferred all = Inferred.NOTHING;
            for (int from = 0; from < proposals.size(); from += PROPOSALS_AT_ONCE) {
                List<Proposal> some = proposals.subList(from, Math.min(from + PROPOSALS_AT_ONCE, proposals.size()));
                all = all.plus(desk.inOneTransaction(() -> inferAtOnce(some, by)));
            }
            return all;
        });
    }

    private Inferred inferAtOnce(List<Proposal> proposals, By by) {
        Clusters clusters = Clusters.of(
                proposals.stream()
                        .flatMap(it -> Stream.of(it.contact(), it.into()))
                        .toList(),
                jdbc);
        LocalDateTime now = LocalDateTime.now(clock);
        long already = 0;
        long refused = 0;
        Set<Long> moved = new TreeSet<>();
        Set<Long> survivors = new TreeSet<>();
        List<@Nullable Object[]> edges = new ArrayList<>();
        for (Proposal it : proposals) {
            long from = clusters.survivor(it.contact());
            long survivor = clusters.survivor(it.into());
            if (from == survivor) {
                already++;
            } else if (clusters.areKeptApart(from, survivor)) {
                refused++;
            } else {
                moved.addAll(clusters.merge(from, survivor));
                survivors.addAll(List.of(from, survivor));
                edges.add(new @Nullable Object[] {
                    from, survivor, from, it.rule(), it.evidence(), by.actor(), by.reason(), now, from, survivor
                });
            }
        }
        if (edges.isEmpty()) {
            return new Inferred(0, already, refused, Timelines.Change.NOTHING);
        }
        due.ofContacts(survivors);
        batches.batchUpdate(INFER, edges);
        batches.batchUpdate(
                "UPDATE crm_contact SET survivor_id = ? WHERE id = ?",
                moved.stream()
                        .map(it -> new Object[] {clusters.survivor(it), it})
                        .toList());
        due.ofContacts(survivors);
        return new Inferred(edges.size(), already, refused, timelines.mergesChanged(moved, survivors));
    }
}
