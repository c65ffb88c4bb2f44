package dev.tributary.extract;

import dev.tributary.run.FailureCode;
import org.jspecify.annotations.Nullable;

/**
 * What one source gave in one run.
 *
 * @param segments how many were landed, also where the source failed later
 * @param code why the source ended early; null where it gave everything
 * @param message for the report: what happened, where, and how to mend it, without secrets; null with the code
 */
public record ExtractResult(
        int segments, @Nullable FailureCode code, @Nullable String message) {

    public boolean complete() {
        return code == null;
    }
}
