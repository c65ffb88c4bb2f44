package dev.tributary.report;

import dev.tributary.run.RunState;

/** The states of a run in the words of the people who read of them. Pure. */
public final class StateWords {

    private StateWords() {}

    /** One word, or two. */
    public static String state(RunState state) {
        return switch (state) {
            case RUNNING -> "not finished";
            case COMPLETED -> "completed";
            case PARTIAL -> "partial";
            case HELD -> "held";
            case STOPPED -> "stopped";
            case FAILED -> "failed";
        };
    }

    /** What it means for those who rely on the run, in a sentence or two. */
    public static String meaning(RunState state) {
        return switch (state) {
            case RUNNING -> "The run is still under way, or it was interrupted.";
            case COMPLETED -> "Everything that was there is in.";
            case PARTIAL -> "At least one source failed; the others are in.";
            case HELD ->
                "It would link more than its budgets allow. Nothing of it is on the timelines until a person approves.";
            case STOPPED -> "Somebody stopped the run. Starting the same run again goes on where it ended.";
            case FAILED -> "Nothing may be relied on. Starting the same run again goes on where it ended.";
        };
    }

    /** How good that is: {@code good}, {@code doubtful} or {@code bad}. */
    public static String look(RunState state) {
        return switch (state) {
            case COMPLETED -> "good";
            case PARTIAL, HELD, STOPPED, RUNNING -> "doubtful";
            case FAILED -> "bad";
        };
    }
}
