package dev.tributary.stage;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.landing.Segment;
import java.time.OffsetDateTime;

/** What the reader hands on: a record of a segment, or the news that a segment was read to its end. */
sealed interface StageItem {

    /**
     * @param position where the record came from
     * @param landedAt when the segment landed: a record that tells no time is as of then
     */
    record Read(SourceDefinition source, Position position, OffsetDateTime landedAt, MappedRecord record)
            implements StageItem {}

    record SegmentEnd(Segment segment, long records) implements StageItem {}

    /**
     * Where a record came from.
     *
     * @param segment the segment's sequence within its source
     * @param line of the payload, from 1
     * @param ordinal of the record among those of its payload, from 0
     */
    record Position(long segment, long line, int ordinal) {}
}
