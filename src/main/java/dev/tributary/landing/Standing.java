package dev.tributary.landing;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How far a source has landed. Times are UTC.
 *
 * @param segments how many there are
 * @param lastSequence the number of the last one; 0 where there is none
 * @param lastLandedAt null where nothing landed
 * @param cursorMovedAt null where the source has no cursor
 */
public record Standing(
        String source,
        long segments,
        long lastSequence,
        @Nullable LocalDateTime lastLandedAt,
        @Nullable LocalDateTime cursorMovedAt) {

    /** Of a source that gave nothing yet. */
    public static Standing nothing(String source) {
        return new Standing(source, 0, 0, null, null);
    }
}
