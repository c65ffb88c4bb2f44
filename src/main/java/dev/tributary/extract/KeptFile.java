package dev.tributary.extract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that stays where it lies, as it was when its folder was listed. */
interface KeptFile {

    SourceRun run();

    /** Where it lies: no other file lies there. May be personal. */
    String place();

    long bytes();

    /** When it changed last; null where nobody says. */
    @Nullable
    Instant modified();
}
