package dev.tributary.stage;

import static dev.tributary.stage.Said.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.NaturalKey;
import dev.tributary.run.Outcome;
import dev.tributary.stage.Normalised.Message;
import dev.tributary.stage.Normalised.Withdrawal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever the order and the chunks in which reports of one message arrive, they leave the same message. */
class StoredInteractionOrderTest {

    private static final String SUITE = "a-suite";

    /** What the tables hold of the message: {@code hash} is null for a withdrawal whose message never came. */
    private record Kept(
            long id,
            @Nullable NaturalKey hash,
            Version version,
            @Nullable LocalDateTime deletedAt,
            @Nullable LocalDateTime occurredAt,
            Map<String, Long> witnesses) {

        /** What must not depend on the order; where the same source said the same twice, either place serves. */
        List<Object> essence() {
            List<Object> essence = new ArrayList<>();
            essence.add(String.valueOf(hash));
            essence.add(String.valueOf(deletedAt));
            essence.add(String.valueOf(occurredAt));
            essence.add(witnesses.keySet().stream().sorted().toList());
            if (hash != null) {
                essence.add(version.at());
                essence.add(version.source());
            }
            return essence;
        }
    }

    @Property(tries = 400)
    void theStateDoesNotDependOnOrderAndChunks(
            @ForAll("reports") List<Normalised> reports, @ForAll Random random, @ForAll Random other) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        Map<Outcome, Integer> others = new EnumMap<>(Outcome.class);

        Kept one = afterAll(shuffled(reports, random), random, outcomes);
        Kept two = afterAll(shuffled(reports, other), other, others);

        assertThat(one.essence()).isEqualTo(two.essence());
        assertThat(outcomes.values().stream().mapToInt(it -> it).sum()).isEqualTo(reports.size());
        assertThat(others.values().stream().mapToInt(it -> it).sum()).isEqualTo(reports.size());
        assertThat(outcomes.get(Outcome.NEW)).isEqualTo(1);
        assertThat(others.get(Outcome.NEW)).isEqualTo(1);
    }

    @Property(tries = 200)
    void sayingItAllAgainInTheNextRunChangesNothing(
            @ForAll("reports") List<Normalised> reports, @ForAll Random random) {
        Kept once = afterAll(shuffled(reports, random), random, new EnumMap<>(Outcome.class));
        StoredInteraction again = stored(once, 100);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

        report(again, reports, outcomes);

        assertThat(again.content()).isNull();
        assertThat(again.isBuried()).isFalse();
        assertThat(again.isAntedated()).isFalse();
        assertThat(again.newWitnesses()).isEmpty();
        assertThat(outcomes).containsOnlyKeys(Outcome.UNCHANGED);
    }

    @Property(tries = 200)
    void theLatestVersionOfTheAccountsOwnStandsWithTheEarliestTime(
            @ForAll("reports") List<Normalised> reports, @ForAll Random random) {
        Kept kept = afterAll(shuffled(reports, random), random, new EnumMap<>(Outcome.class));

        List<Message> messages = messages(reports);
        assertThat(kept.occurredAt())
                .isEqualTo(messages.stream()
                        .map(it -> Utc.of(it.content().at()))
                        .min(LocalDateTime::compareTo)
                        .orElse(null));
        if (!messages.isEmpty()) {
            boolean onlyTheSuite = messages.stream().allMatch(it -> it.source().equals(SUITE));
            assertThat(kept.version().at())
                    .isEqualTo(messages.stream()
                            .filter(it -> onlyTheSuite || !it.source().equals(SUITE))
                            .map(Message::versionAt)
                            .max(LocalDateTime::compareTo)
                            .orElseThrow());
        }
        assertThat(kept.deletedAt())
                .isEqualTo(reports.stream()
                        .filter(it -> it instanceof Withdrawal
                                || ((Message) it).content().deleted())
                        .map(it -> it instanceof Withdrawal gone ? gone.at() : ((Message) it).versionAt())
                        .min(LocalDateTime::compareTo)
                        .orElse(null));
    }

    @Provide
    Arbitrary<List<Normalised>> reports() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(10, 13);
        Arbitrary<String> sources = Arbitraries.of("archive", "helpdesk", SUITE);
        Arbitrary<Integer> lines = Arbitraries.integers().between(1, 5);
        Arbitrary<Normalised> versions = Combinators.combine(
                        sources,
                        hours,
                        Arbitraries.integers().between(10, 14),
                        lines,
                        Arbitraries.integers().between(0, 9))
                .as((source, said, edited, line, kind) -> {
                    // a source that says one version twice says the same; two sources may say it in their own words
                    Said version = reportedBy(source).at(said, 0).on(line, line);
                    boolean edit = edited > said;
                    String words = "version of " + (edit ? edited : said) + (kind < 3 ? "" : " by " + source);
                    Said worded = edit ? version.editedAt(edited, 0) : version;
                    return (kind == 9 ? worded.withdrawn() : worded)
                            .saying(source.equals("archive") ? words : "version of " + (edit ? edited : said))
                            .report();
                });
        Arbitrary<Normalised> withdrawals = Combinators.combine(sources, hours, lines)
                .as((source, hour, line) ->
                        reportedBy(source).at(hour, 30).on(line, line).withdrawal());
        return Arbitraries.frequencyOf(Tuple.of(6, versions), Tuple.of(1, withdrawals))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(StoredInteractionOrderTest::consistent);
    }

    private static Said reportedBy(String source) {
        Said said = aMessage().reportedBy(source);
        return source.equals(SUITE) ? said.throughASuite() : said;
    }

    /** One source says one thing of one moment. */
    private static List<Normalised> consistent(List<Normalised> reports) {
        Map<String, NaturalKey> said = new TreeMap<>();
        return reports.stream()
                .filter(it -> !(it instanceof Message message)
                        || said.computeIfAbsent(message.source() + message.versionAt(), moment -> message.contentHash())
                                .equals(message.contentHash()))
                .toList();
    }

    private static List<Normalised> shuffled(List<Normalised> reports, Random random) {
        List<Normalised> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<Message> messages(List<Normalised> reports) {
        return reports.stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .toList();
    }

    private static Kept afterAll(List<Normalised> reports, Random random, Map<Outcome, Integer> outcomes) {
        Kept kept = null;
        long run = 1;
        for (int from = 0; from < reports.size(); ) {
            int to = Math.min(reports.size(), from + 1 + random.nextInt(3));
            NaturalKey key = aMessage().report().key();
            StoredInteraction chunk = kept == null ? StoredInteraction.absent(key, run) : stored(kept, run);
            report(chunk, reports.subList(from, to), outcomes);
            kept = written(chunk, kept, run);
            from = to;
            run += random.nextInt(2);
        }
        return kept;
    }

    private static void report(StoredInteraction chunk, List<Normalised> reports, Map<Outcome, Integer> outcomes) {
        for (Normalised report : reports) {
            Outcome outcome =
                    report instanceof Message message ? chunk.report(message) : chunk.report((Withdrawal) report);
            outcomes.merge(outcome, 1, Integer::sum);
        }
    }

    private static StoredInteraction stored(Kept kept, long run) {
        StoredInteraction stored = StoredInteraction.stored(
                aMessage().report().key(),
                run,
                kept.id(),
                kept.hash(),
                kept.version(),
                kept.deletedAt(),
                kept.occurredAt(),
                false);
        kept.witnesses().forEach(stored::storedWitness);
        return stored;
    }

    /** As the statements of {@link Interactions} write it. */
    private static Kept written(StoredInteraction chunk, @Nullable Kept before, long run) {
        Map<String, Long> witnesses = new TreeMap<>(before == null ? Map.of() : before.witnesses());
        chunk.newWitnesses().keySet().forEach(source -> witnesses.putIfAbsent(source, run));
        Message content = chunk.content();
        NaturalKey hash = content != null ? content.contentHash() : before == null ? null : before.hash();
        Version version = content != null ? content.version() : before == null ? chunk.version() : before.version();
        return new Kept(1, hash, version, chunk.deletedAt(), chunk.occurredAt(), witnesses);
    }
}
