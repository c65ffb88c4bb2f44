package dev.tributary.pipeline;

import dev.tributary.run.RunState;
import java.util.List;

/** How a run ends whose steps all came to their end. */
final class Verdicts {

    private Verdicts() {}

    static RunState of(List<String> failedSources) {
        return failedSources.isEmpty() ? RunState.COMPLETED : RunState.PARTIAL;
    }
}
