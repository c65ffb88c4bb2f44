package dev.tributary.coverage;

import dev.tributary.run.FailureCode;
import org.jspecify.annotations.Nullable;

/** What came of a day, in plain words. Pure. */
final class Why {

    private Why() {}

    static String of(DayState state, @Nullable FailureCode code, @Nullable Long fetched, @Nullable Long expected) {
        return switch (state) {
            case FETCHED -> expected == null ? "whole" : "whole: " + fetched + " of " + expected + " came";
            case SHORT -> expected == null ? "fewer came than there are" : fetched + " of " + expected + " came";
            case TRUNCATED -> code == null ? "the source cut its answer" : "not read to the end (" + code + ")";
            case RATE_LIMITED -> "rate limited";
            case DOWN -> "down (" + code + ")";
            case NEVER_ASKED -> "never asked";
            case SILENT -> "silent";
            case NOT_YET -> "not asked yet";
        };
    }
}
