package dev.tributary.console;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that stands, as the page of its case tells it.
 *
 * @param at in UTC
 */
public record VerdictLine(
        long id,
        String sentence,
        String by,
        LocalDateTime at,
        @Nullable String comment) {}
