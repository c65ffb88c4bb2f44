package dev.tributary.landing;

import dev.tributary.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what the sources gave. A segment is whole on the disk before the ledger knows it, and in the ledger before its
 * original is deleted or its cursor moves: whenever the power fails, the next run finds either the segment or its origin.
 *
 * <p>One run lands at a time; the run ledger sees to that.
 */
@Component
public class Landing {

    private static final Logger log = LoggerFactory.getLogger(Landing.class);
    private static final String PAGE = "page.json";

    private final Path landing;
    private final SegmentLedger ledger;
    private final TransactionTemplate transaction;
    private final Set<String> cleared = new HashSet<>();

    Landing(Home home, SegmentLedger ledger, PlatformTransactionManager transactions) {
        this.landing = home.landing().toAbsolutePath();
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        // a transaction around us could still roll back the row of a segment whose original is deleted
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Lands a file, unless the source landed the same content under the same name before, or somebody is still writing it.
     *
     * @param originName the file's name relative to the source's folder
     * @param keep whether the file stays where it is; otherwise it is deleted once it has landed, now or before
     * @throws UncheckedIOException where the file cannot be read
     * @throws LandingFailed where the landing folder cannot be written
     */
    public synchronized Optional<Segment> take(String source, Path file, String originName, boolean keep, long runId) {
        Arrival arrival = new Arrival(source, originName, null, null, runId);
        Original original = Original.read(file);
        Optional<Segment> known =
                ledger.find(source, arrival.origin(), original.content().sha256());
        Optional<Segment> landed = known.isPresent() ? Optional.empty() : land(arrival, original, keep);
        if (!keep) {
            known.or(() -> landed).ifPresent(segment -> delete(file, segment));
        }
        return landed;
    }

    /**
     * Lands a page and, where {@code cursorAfter} is given, moves the source's cursor in the same transaction.
     *
     * @param origin where the page comes from, without anything secret or personal
     * @param cursorBefore the cursor when the page was asked for; null where there was none
     * @param cursorAfter null where the cursor stays; at most 1000 characters
     * @throws LandingFailed where the landing folder cannot be written
     */
    public synchronized Segment write(
            String source,
            byte[] page,
            String origin,
            @Nullable String cursorBefore,
            @Nullable String cursorAfter,
            long runId) {
        Arrival arrival = new Arrival(source, origin, cursorBefore, cursorAfter, runId);
        try {
            long sequence = ledger.nextSequence(source);
            SegmentFolder folder = folder(source, sequence);
            Path place = folder.place(sequence, PAGE);
            folder.write(page, place);
            return record(arrival, sequence, place, Fingerprint.of(page));
        } catch (IOException unwritable) {
            throw new LandingFailed(source, unwritable);
        }
    }

    /** How far the source was read; empty where it never was. */
    public Optional<String> cursor(String source) {
        return ledger.cursor(source);
    }

    /** When the source's cursor moved last. */
    public Optional<Instant> cursorMoved(String source) {
        return ledger.cursorMoved(source);
    }

    /**
     * The segments of these sources that no run before this one has staged, by source and sequence: the same at any moment of the
     * run, so that a run that goes on shares them out as it did before.
     */
    public List<Segment> pending(Collection<String> sources, long runId) {
        return ledger.pending(sources, runId);
    }

    /** All segments of these sources, by source and sequence. */
    public List<Segment> all(Collection<String> sources) {
        return ledger.all(sources);
    }

    /** Notes, in the caller's transaction, that a segment is staged and how many records it has. */
    public void staged(long segmentId, long records, long runId) {
        ledger.staged(segmentId, records, runId);
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

    private Segment record(Arrival arrival, long sequence, Path place, Fingerprint content) {
        Segment segment = Objects.requireNonNull(transaction.execute(status -> {
            if (arrival.cursorAfter() != null) {
                ledger.moveCursor(arrival.source(), arrival.cursorAfter());
            }
            return ledger.insert(arrival, sequence, place, content);
        }));
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
