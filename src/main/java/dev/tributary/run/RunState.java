package dev.tributary.run;

/** How a run, or a source within it, stands. */
public enum RunState {
    RUNNING,
    /** Everything that was there is in. */
    COMPLETED,
    /** At least one source failed; the others are in. */
    PARTIAL,
    /** It would link beyond the job's budgets: a person decides whether it is published. */
    HELD,
    /** Somebody stopped it, as with the server; starting the same run again goes on where it was. */
    STOPPED,
    /** Nothing may be relied on; starting the same run again goes on where it ended. */
    FAILED
}
