package dev.tributary.landing;

import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what the sources gave. A segment is whole on the disk before the ledger knows it, and in the ledger before its
 * original is deleted or its cursor moves: whenever the power fails, the next run finds either the segment or its origin.
 *
 * <p>Whoever lands a source is alone with its folder: one run lands at a time, which the run ledger sees to, and what is pushed
 * to us is landed by the one process that receives, while a run only adopts it. Sources do not wait for each other.
 */
@Component
class DiskLanding implements Landing, Receiving {

    private static final Logger log = LoggerFactory.getLogger(DiskLanding.class);

    private static final int TRIES = 3;

    private final Path landing;
    private final SegmentLedger ledger;
    private final TransactionTemplate transaction;
    private final DeliveryLedger deliveries;
    private final WindowLedger windows;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private final Set<String> cleared = ConcurrentHashMap.newKeySet();

    DiskLanding(
            Home home,
            SegmentLedger ledger,
            DeliveryLedger deliveries,
            WindowLedger windows,
            PlatformTransactionManager transactions) {
        this.landing = home.landing().toAbsolutePath();
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.windows = windows;
        this.transaction = new TransactionTemplate(transactions);
        // a transaction around us could still roll back the row of a segment whose original is deleted
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<Segment> take(String source, Path file, String originName, boolean keep, @Nullable Long runId) {
        synchronized (lock(source)) {
            Arrival arrival = new Arrival(source, originName, null, null, runId, null, null);
            Original original = Original.read(file);
            Optional<Segment> known =
                    ledger.find(source, arrival.origin(), original.content().sha256());
            Optional<Segment> landed = known.isPresent() ? Optional.empty() : land(arrival, original, keep);
            if (!keep) {
                known.or(() -> landed).ifPresent(segment -> delete(file, segment));
            }
            return landed;
        }
    }

    @Override
    public Segment write(String source, Delivery delivery, @Nullable Long runId, @Nullable SourceWindow window) {
        synchronized (lock(source)) {
            return write(
                    new Arrival(
                            source,
                            delivery.origin(),
                            delivery.cursorBefore(),
                            delivery.cursorAfter(),
                            runId,
                            null,
                            window),
                    delivery);
        }
    }

    @Override
    public void note(SourceWindow window, @Nullable String cursor) {
        transaction.executeWithoutResult(status -> {
            if (cursor != null) {
                ledger.moveCursor(window.source(), cursor);
            }
            windows.note(window);
        });
    }

    @Override
    public Optional<Instant> askedUntil(String source) {
        return windows.askedUntil(source);
    }

    @Override
    public Reception receive(String source, Delivery delivery, Imprint imprint) {
        Arrival arrival = new Arrival(source, delivery.origin(), null, null, null, imprint, null);
        synchronized (lock(source)) {
            for (int tries = 1; ; tries++) {
                Optional<Reception.Known> known = deliveries.find(source, imprint);
                if (known.isPresent()) {
                    return known.get();
                }
                try {
                    return new Reception.Landed(write(arrival, delivery));
                } catch (DuplicateKeyException anotherProcessWasQuicker) {
                    if (tries == TRIES) {
                        throw anotherProcessWasQuicker;
                    }
                }
            }
        }
    }

    @Override
    public int adopt(String source, long runId) {
        return ledger.adopt(source, runId);
    }

    @Override
    public int segments(String source, long runId) {
        return ledger.segments(source, runId);
    }

    @Override
    public int forget(Collection<String> sources, Instant before) {
        return deliveries.deleteBefore(sources, before);
    }

    @Override
    public Optional<String> cursor(String source) {
        return ledger.cursor(source);
    }

    @Override
    public Optional<Instant> cursorMoved(String source) {
        return ledger.cursorMoved(source);
    }

    private Object lock(String source) {
        return locks.computeIfAbsent(source, name -> new Object());
    }

    private Segment write(Arrival arrival, Delivery delivery) {
        try {
            long sequence = ledger.nextSequence(arrival.source());
            SegmentFolder folder = folder(arrival.source(), sequence);
            Path place = folder.place(sequence, delivery.name());
            folder.write(delivery.content(), place);
            return record(arrival, sequence, place, Fingerprint.of(delivery.content()));
        } catch (IOException unwritable) {
            throw new LandingFailed(arrival.source(), unwritable);
        }
    }

    private Optional<Segment> land(Arrival arrival, Original original, boolean keep) {
        String source = arrival.source();
        try {
            long sequence = ledger.nextSequence(source);
            SegmentFolder folder = folder(source, sequence);
            Path place = folder.place(sequence, arrival.origin());
            Fingerprint content = keep
                    ? folder.copy(original.file(), place)
                    : folder.link(original.file(), original.content(), place);
            if (!content.equals(original.content()) || original.changed()) {
                Files.delete(place);
                return Optional.empty();
            }
            return Optional.of(record(arrival, sequence, place, content));
        } catch (IOException unwritable) {
            throw new LandingFailed(source, unwritable);
        }
    }

    private Segment record(Arrival arrival, long sequence, Path place, Fingerprint content) throws IOException {
        Segment segment;
        try {
            segment = Objects.requireNonNull(transaction.execute(status -> {
                if (arrival.cursorAfter() != null) {
                    ledger.moveCursor(arrival.source(), arrival.cursorAfter());
                }
                if (arrival.imprint() != null) {
                    deliveries.insert(arrival.source(), arrival.imprint(), sequence);
                }
                if (arrival.window() != null) {
                    windows.note(arrival.window());
                }
                return ledger.insert(arrival, sequence, place, content);
            }));
        } catch (DuplicateKeyException takenByAnotherProcess) {
            Files.delete(place); // the ledger's row of this number means another file
            throw takenByAnotherProcess;
        }
        cleared.add(arrival.source());
        return segment;
    }

    /** The source's folder, cleared of what a crash left: once after the start, and after each failure. */
    private SegmentFolder folder(String source, long sequence) throws IOException {
        SegmentFolder folder = SegmentFolder.at(landing.resolve(source));
        if (!cleared.remove(source)) {
            folder.clearFrom(sequence);
        }
        return folder;
    }

    /** A file that cannot be deleted is no loss: the ledger knows it the next time. */
    private static void delete(Path original, Segment landed) {
        try {
            if (Files.exists(landed.file())) {
                Files.delete(original);
            }
        } catch (IOException undeletable) {
            log.warn(
                    "A file of source {} has landed as segment {}, but cannot be deleted ({}).",
                    landed.source(),
                    landed.sequence(),
                    undeletable.getClass().getSimpleName());
        }
    }
}
