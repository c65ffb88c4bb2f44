package dev.tributary.extract;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Span;
import dev.tributary.run.FailureCode;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One source in one run, and what came of it so far. */
final class SourceRun implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(SourceRun.class);

    private final SourceDefinition source;
    private final List<Closeable> resources = new ArrayList<>();
    private final @Nullable Long runId;
    private final int most;
    private final @Nullable List<Span> past;
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private List<Asking> askings = List.of();
    private int segments;
    private int requests;
    private @Nullable SourceFailed failure;

    SourceRun(SourceDefinition source, @Nullable Long runId) {
        this(source, runId, Integer.MAX_VALUE, null);
    }

    private SourceRun(SourceDefinition source, @Nullable Long runId, int most, @Nullable List<Span> past) {
        this.source = source;
        this.runId = runId;
        this.most = most;
        this.past = past;
    }

    /** A run that ends with the first page or file, and deletes nothing at the source. */
    static SourceRun ofOnePage(SourceDefinition source, long runId) {
        return new SourceRun(source, runId, 1, null);
    }

    /** A run that asks for these spans, and leaves the source's cursor where it is. */
    static SourceRun ofThePast(SourceDefinition source, long runId, List<Span> past) {
        return new SourceRun(source, runId, Integer.MAX_VALUE, List.copyOf(past));
    }

    /** The spans that it asks for; empty where it asks for what is new. */
    Optional<List<Span>> past() {
        return Optional.ofNullable(past);
    }

    /** What is said from then on is for the next run. In whole seconds. */
    Instant begun() {
        return begun;
    }

    /** Is about to ask for these. */
    void asks(List<Asking> next) {
        askings = next;
    }

    /** What is being asked for, and has not come to its end. */
    List<Asking> askings() {
        return askings;
    }

    @Nullable
    FailureCode failure() {
        return failure == null ? null : failure.code();
    }

    /** Whether the run wants more than it has. */
    boolean isOpen() {
        return segments < most;
    }

    /** Whether what has landed may be deleted at the source. */
    boolean mayDelete() {
        return most == Integer.MAX_VALUE;
    }

    SourceDefinition source() {
        return source;
    }

    String name() {
        return source.source();
    }

    /** Null between the runs. */
    @Nullable
    Long runId() {
        return runId;
    }

    void landed(int more) {
        segments += more;
    }

    void landed() {
        segments++;
    }

    /** Counts the request that is about to be sent; false where the budget has none left. */
    boolean request(int budget) {
        return ++requests <= budget;
    }

    /** Of several failures the first counts. */
    void failed(SourceFailed why) {
        if (failure == null) {
            failure = why;
        }
    }

    /** Keeps what is to be closed when the source has ended, however it ends. */
    void closing(Closeable resource) {
        resources.add(resource);
    }

    /** What cannot be closed has ended already. */
    @Override
    public void close() {
        for (Closeable resource : resources) {
            try {
                resource.close();
            } catch (IOException ended) {
                log.debug("A connection of source {} was closed from the other side.", name());
            }
        }
    }

    ExtractResult result() {
        return failure == null
                ? new ExtractResult(segments, null, null)
                : new ExtractResult(segments, failure.code(), failure.getMessage());
    }
}
