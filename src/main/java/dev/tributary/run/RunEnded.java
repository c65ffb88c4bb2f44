package dev.tributary.run;

/**
 * Published, on the thread of the run, when a run has come to its end and nobody works on it any more: completed, held, failed or
 * stopped.
 */
public record RunEnded(SyncRun run) {}
