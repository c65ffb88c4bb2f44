package dev.tributary.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check saw.
 *
 * @param said what is so, and where it is wrong why, without secrets
 * @param cure how to mend it; null where there is nothing to mend
 */
record Finding(Mark mark, String said, @Nullable String cure) {

    static Finding good(String said) {
        return new Finding(Mark.GOOD, said, null);
    }

    static Finding warn(String said, String cure) {
        return new Finding(Mark.WARN, said, cure);
    }

    static Finding fail(String said, String cure) {
        return new Finding(Mark.FAIL, said, cure);
    }

    static Finding unknown(String said, @Nullable String cure) {
        return new Finding(Mark.UNKNOWN, said, cure);
    }

    static Finding skipped(String why) {
        return new Finding(Mark.SKIPPED, why, null);
    }
}
