package dev.tributary.coverage;

import dev.tributary.landing.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days as spans of time, UTC. Pure. */
final class Days {

    private Days() {}

    static Span span(LocalDate first, LocalDate last) {
        return new Span(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
