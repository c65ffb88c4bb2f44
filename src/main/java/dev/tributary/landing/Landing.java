package dev.tributary.landing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where routes put what the sources gave. */
public interface Landing {

    /**
     * Lands a file, unless the source landed the same content under the same name before, or somebody is still writing it.
     *
     * @param originName the file's name relative to the source's folder
     * @param keep whether the file stays where it is; otherwise it is deleted once it has landed, now or before
     * @param runId null between the runs: the next one takes it in
     * @throws java.io.UncheckedIOException where the file cannot be read
     * @throws LandingFailed where the landing folder cannot be written
     */
    Optional<Segment> take(String source, Path file, String originName, boolean keep, @Nullable Long runId);

    /**
     * Lands what came from elsewhere and, where it says so, moves the source's cursor in the same transaction.
     *
     * @param runId null between the runs: the next one takes it in
     * @throws LandingFailed where the landing folder cannot be written
     */
    default Segment write(String source, Delivery delivery, @Nullable Long runId) {
        return write(source, delivery, runId, null);
    }

    /**
     * The same.
     *
     * @param window noted in the same transaction: what came of the span of time that this is the last part of; null where more
     *     follows
     * @throws LandingFailed where the landing folder cannot be written
     */
    Segment write(String source, Delivery delivery, @Nullable Long runId, @Nullable SourceWindow window);

    /**
     * Notes what came of a span of time where nothing lands with it.
     *
     * @param cursor where the source's cursor moves in the same transaction; null where it stays
     */
    void note(SourceWindow window, @Nullable String cursor);

    /** Up to when the source was asked, by the last walk that came to its own end; empty where none is noted. */
    Optional<Instant> askedUntil(String source);

    /** Gives what landed between the runs, pushed to us or polled, to the run; tells how many segments these are. */
    int adopt(String source, long runId);

    /** How many segments of the source are the run's. */
    int segments(String source, long runId);

    /** How far the source was read; empty where it never was. */
    Optional<String> cursor(String source);

    /** When the source's cursor moved last. */
    Optional<Instant> cursorMoved(String source);
}
