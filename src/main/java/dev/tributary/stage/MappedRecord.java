package dev.tributary.stage;

import dev.tributary.interaction.CanonicalRecord;
import dev.tributary.run.FailureCode;

/** What became of one record of a payload. */
sealed interface MappedRecord {

    record Mapped(CanonicalRecord record) implements MappedRecord {}

    /** @param reason what is wrong and in which field, without any of the content */
    record Unmapped(FailureCode code, String reason) implements MappedRecord {}
}
