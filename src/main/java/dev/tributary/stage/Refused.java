package dev.tributary.stage;

import org.jspecify.annotations.Nullable;

/** The mapping gave a record up, in its own words. */
final class Refused extends RuntimeException {

    private Refused(String reason) {
        super(reason, null, false, false);
    }

    /**
     * {@code $refuse(reason)}: in place of a record, has it quarantined. The reason says what is wrong and how to mend it, and
     * quotes nothing of the payload.
     */
    static Object instead(@Nullable Object reason) {
        return new MappingFunctions.Failed(new Refused(String.valueOf(reason)));
    }
}
