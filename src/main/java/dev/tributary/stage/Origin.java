package dev.tributary.stage;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a payload comes from.
 *
 * @param file the name of the file
 * @param entry the path inside the file, where that is an archive; else null
 * @param landedAt when the file was landed; null where it never was
 */
record Origin(String file, @Nullable String entry, @Nullable OffsetDateTime landedAt) {

    static Origin of(String file) {
        return new Origin(file, null, null);
    }
}
