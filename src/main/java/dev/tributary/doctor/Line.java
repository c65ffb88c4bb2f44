package dev.tributary.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One line of a diagnosis.
 *
 * @param group of checks, such as {@code Database}
 * @param check its name within the group
 * @param said what is so, without secrets
 * @param cure how to mend it; null where there is nothing to mend
 */
public record Line(
        String group,
        String check,
        Mark mark,
        String said,
        @Nullable String cure) {}
