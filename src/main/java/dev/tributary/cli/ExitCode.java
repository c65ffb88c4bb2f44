package dev.tributary.cli;

import dev.tributary.run.RunState;

/** What the process ends with. */
final class ExitCode {

    static final int COMPLETED = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    static final int HELD = 3;
    static final int PARTIAL = 4;

    private ExitCode() {}

    static int of(RunState state) {
        return switch (state) {
            case COMPLETED, RUNNING -> COMPLETED;
            case PARTIAL -> PARTIAL;
            case HELD -> HELD;
            case FAILED, STOPPED -> FAILED;
        };
    }
}
