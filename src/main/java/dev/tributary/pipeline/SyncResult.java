package dev.tributary.pipeline;

import dev.tributary.run.SyncRun;
import org.jspecify.annotations.Nullable;

/** What came of a request to run. */
public sealed interface SyncResult {

    /** The run ended, well or not; its state says which. */
    record Ran(SyncRun run) implements SyncResult {}

    /** The business date was complete before: nothing was read and no row changed. */
    record AlreadyComplete(SyncRun run) implements SyncResult {}

    /** The run of this date is held until a person decides: nothing was read and no row changed. */
    record Held(SyncRun run) implements SyncResult {}

    /**
     * Another run is at work on this database: nothing was started.
     *
     * @param run the run that is under way; null where it has not said so yet
     */
    record AlreadyRunning(@Nullable SyncRun run) implements SyncResult {}
}
