package dev.tributary.extract;

import dev.tributary.definition.SourceDefinition;
import org.jspecify.annotations.Nullable;

/** One source in one run, and what came of it so far. */
final class SourceRun {

    private final SourceDefinition source;
    private final long runId;
    private int segments;
    private int requests;
    private @Nullable SourceFailed failure;

    SourceRun(SourceDefinition source, long runId) {
        this.source = source;
        this.runId = runId;
    }

    SourceDefinition source() {
        return source;
    }

    String name() {
        return source.source();
    }

    long runId() {
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

    ExtractResult result() {
        return failure == null
                ? new ExtractResult(segments, null, null)
                : new ExtractResult(segments, failure.code(), failure.getMessage());
    }
}
