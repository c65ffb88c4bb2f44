package dev.tributary.definition;

import org.jspecify.annotations.Nullable;

/**
 * How a page tells how much of what was asked for there is, so that what is missing is noticed. All are JSONata.
 *
 * @param records gives the records of a page, which are counted
 * @param total gives the number of all records of what was asked for, over all its pages; null where the API does not say
 * @param cut gives anything where the API itself has left something out; null where it does not say
 */
public record Expect(
        String records, @Nullable String total, @Nullable String cut) {}
