package dev.tributary.landing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Where routes put what the sources gave. */
public interface Landing {

    /**
     * Lands a file, unless the source landed the same content under the same name before, or somebody is still writing it.
     *
     * @param originName the file's name relative to the source's folder
     * @param keep whether the file stays where it is; otherwise it is deleted once it has landed, now or before
     * @throws java.io.UncheckedIOException where the file cannot be read
     * @throws LandingFailed where the landing folder cannot be written
     */
    Optional<Segment> take(String source, Path file, String originName, boolean keep, long runId);

    /**
     * Lands what came from elsewhere and, where it says so, moves the source's cursor in the same transaction.
     *
     * @throws LandingFailed where the landing folder cannot be written
     */
    Segment write(String source, Delivery delivery, long runId);

    /**
     * Lands what somebody pushed to us, outside of any run, unless it has landed before. When this returns it is on the disk and in
     * the ledger, whatever happens then.
     *
     * @throws LandingFailed where the landing folder cannot be written
     */
    Reception receive(String source, Delivery delivery, Imprint imprint);

    /** Gives what was pushed to us, and no run has taken in yet, to the run; tells how many segments of the source are the run's. */
    int adopt(String source, long runId);

    /** Forgets what was pushed before that time, so that it would land again; tells how many deliveries were forgotten. */
    int forget(Collection<String> sources, Instant before);

    /** How far the source was read; empty where it never was. */
    Optional<String> cursor(String source);

    /** When the source's cursor moved last. */
    Optional<Instant> cursorMoved(String source);
}
