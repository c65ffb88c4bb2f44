package dev.tributary.pipeline;

import java.nio.file.Path;

/** Records were read of which nobody knows what became: nothing of the run may be relied on. */
final class EquationDoesNotBalance extends RuntimeException {
    EquationDoesNotBalance(Path report) {
        super("the counts do not balance; the sheet Sources of " + report + " shows for which source");
    }
}
