package dev.tributary.stage;

import dev.tributary.interaction.NaturalKey;
import dev.tributary.landing.Segments;
import dev.tributary.run.Equation;
import dev.tributary.run.Outcome;
import dev.tributary.stage.KnownPerson.Novelty;
import dev.tributary.stage.Normalised.Filtered;
import dev.tributary.stage.Normalised.Message;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.PersonNews;
import dev.tributary.stage.Normalised.Refused;
import dev.tributary.stage.Normalised.SegmentDone;
import dev.tributary.stage.Normalised.Withdrawal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a chunk: people first, then messages, then what was put aside, then the counts. All in the chunk's transaction, so that
 * a crash leaves neither a record without its count nor a count without its record. Not thread-safe: one for each partition.
 */
final class StageWriter implements ItemWriter<Normalised> {

    private static final int TRIES = 10;
    private static final String DEADLOCK = "40001";
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final long run;
    private final int partition;
    private final TransactionTemplate transaction;
    private final Participants people;
    private final Interactions interactions;
    private final Quarantine quarantine;
    private final Segments segments;
    private final Equation equation;
    private final StageProgress progress;

    StageWriter(
            long run,
            int partition,
            TransactionTemplate transaction,
            Participants people,
            Interactions interactions,
            Quarantine quarantine,
            Segments segments,
            Equation equation,
            StageProgress progress) {
        this.run = run;
        this.partition = partition;
        this.transaction = transaction;
        this.people = people;
        this.interactions = interactions;
        this.quarantine = quarantine;
        this.segments = segments;
        this.equation = equation;
        this.progress = progress;
    }

    /**
     * Two partitions that meet the same people can stop each other: whoever loses was rolled back by the database to where its
     * transaction began, which is here, and begins anew.
     */
    @Override
    public void write(Chunk<? extends Normalised> chunk) {
        List<Normalised> records = new ArrayList<>(chunk.getItems());
        for (int tries = 1; ; tries++) {
            try {
                write(records);
                refuseToBeLost();
                return;
            } catch (PessimisticLockingFailureException lost) {
                people.forget();
                if (tries == TRIES || !isRolledBack(lost)) {
                    throw lost;
                }
            }
        }
    }

    /** A chunk whose transaction somebody has marked to be rolled back, Spring Batch rolls back without a word, and goes on behind it. */
    private void refuseToBeLost() {
        if (Boolean.TRUE.equals(transaction.execute(TransactionStatus::isRollbackOnly))) {
            throw new IllegalStateException("A chunk was written that is to be rolled back");
        }
    }

    /** MySQL's driver gives a lock wait that took too long the same state, but of that the statement alone was rolled back. */
    private static boolean isRolledBack(PessimisticLockingFailureException lost) {
        return lost.getMostSpecificCause() instanceof SQLException cause
                && DEADLOCK.equals(cause.getSQLState())
                && cause.getErrorCode() != LOCK_WAIT_TIMEOUT;
    }

    private void write(List<Normalised> records) {
        ChunkCounts counts = new ChunkCounts();
        people.recall(records.stream().flatMap(StageWriter::peopleIn).toList());
        Map<NaturalKey, StoredInteraction> touched = interactions.recall(keys(records));
        for (Normalised record : records) {
            if (!(record instanceof SegmentDone)) {
                counts.read(record.source());
                counts.count(record.source(), weigh(record, touched));
            }
        }
        people.flush();
        store(touched.values(), counts);
        quarantine.write(ofType(records, Refused.class));
        ofType(records, SegmentDone.class).forEach(done -> {
            segments.staged(done.segmentId(), done.records(), run);
            quarantine.mended(done.source(), done.position().segment());
        });
        counts.forEach((source, of) -> equation.add(run, partition, source, of));
        progress.staged(records.size());
    }

    private Outcome weigh(Normalised record, Map<NaturalKey, StoredInteraction> touched) {
        if (record instanceof Message message) {
            peopleIn(message).forEach(people::absorb);
            return touched.computeIfAbsent(message.key(), key -> StoredInteraction.absent(key, run))
                    .report(message);
        }
        if (record instanceof Withdrawal withdrawal) {
            return touched.computeIfAbsent(withdrawal.key(), key -> StoredInteraction.absent(key, run))
                    .report(withdrawal);
        }
        if (record instanceof PersonNews news) {
            return outcome(people.absorb(news.person()));
        }
        return record instanceof Filtered ? Outcome.FILTERED : Outcome.QUARANTINED;
    }

    private static Outcome outcome(Novelty novelty) {
        return switch (novelty) {
            case NEW -> Outcome.NEW;
            case CHANGED -> Outcome.UPDATED;
            case NOTHING -> Outcome.UNCHANGED;
        };
    }

    private void store(Collection<StoredInteraction> touched, ChunkCounts counts) {
        List<StoredInteraction> mine = those(touched, StoredInteraction::isInserted);
        List<StoredInteraction> raced = interactions.insert(mine, people);
        raced.forEach(it -> counts.recount(it.newBy(), Outcome.NEW, Outcome.DUPLICATE));
        List<StoredInteraction> known = those(touched, it -> !it.isInserted() || raced.contains(it));
        List<StoredInteraction> revised = interactions.revise(known, people);
        interactions.bury(those(known, StoredInteraction::isBuried));
        interactions.antedate(those(touched, it -> it.isAntedated() || raced.contains(it)));
        interactions.disconnect(revised);
        interactions.connect(revised, people);
        interactions.connect(those(mine, it -> !raced.contains(it)), people);
        interactions.witness(touched);
    }

    private static List<StoredInteraction> those(
            Collection<StoredInteraction> all, Predicate<StoredInteraction> which) {
        return all.stream().filter(which).toList();
    }

    private static Collection<NaturalKey> keys(List<Normalised> records) {
        Collection<NaturalKey> keys = new TreeSet<>();
        ofType(records, Message.class).forEach(it -> keys.add(it.key()));
        ofType(records, Withdrawal.class).forEach(it -> keys.add(it.key()));
        return keys;
    }

    private static Stream<Person> peopleIn(Normalised record) {
        if (record instanceof PersonNews news) {
            return Stream.of(news.person());
        }
        if (record instanceof Message message) {
            return Stream.concat(Stream.ofNullable(message.author()), message.recipients().stream());
        }
        return Stream.empty();
    }

    private static <T extends Normalised> List<T> ofType(List<Normalised> records, Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
