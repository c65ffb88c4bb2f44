package dev.tributary.landing;

import java.time.Instant;

/**
 * A span of time.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
public record Span(Instant from, Instant to) {

    /** @throws IllegalArgumentException where no moment is in it */
    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a span ends after it begins");
        }
    }

    /** Whether any moment is in both. */
    public boolean meets(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
