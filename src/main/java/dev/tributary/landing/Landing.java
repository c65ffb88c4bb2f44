package dev.tributary.landing;

import java.nio.file.Path;
import java.time.Instant;
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

    /** Moves the source's cursor where the source said that up to there is nothing more to land. */
    void moveCursor(String source, String position);

    /** Gives what was pushed to us, and no run has taken in yet, to the run; tells how many segments of the source are the run's. */
    int adopt(String source, long runId);

    /** How far the source was read; empty where it never was. */
    Optional<String> cursor(String source);

    /** When the source's cursor moved last. */
    Optional<Instant> cursorMoved(String source);
}
