package dev.tributary.extract;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a source asks to wait: {@code Retry-After} of RFC 9110, or the {@code x-rate-limit-reset} of X. */
final class RetryAfter {

    private RetryAfter() {}

    /** Above zero, in whole seconds; empty where the source does not say, or not in a way that can be read. */
    static Optional<Duration> of(HttpHeaders headers, Instant now) {
        // the source's own clock, where it tells: ours may differ
        Instant there = headers.firstValue("Date").flatMap(RetryAfter::date).orElse(now);
        Optional<Duration> asked = headers.firstValue("Retry-After")
                .flatMap(text -> seconds(text)
                        .map(Duration::ofSeconds)
                        .or(() -> date(text).map(until -> Duration.between(there, until))));
        return asked.or(() -> headers.firstValue("x-rate-limit-reset")
                        .flatMap(RetryAfter::seconds)
                        .map(epoch -> Duration.between(there, Instant.ofEpochSecond(epoch))))
                .map(wait -> Duration.ofSeconds(wait.getNano() > 0 ? wait.getSeconds() + 1 : wait.getSeconds()))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    private static Optional<Long> seconds(String text) {
        return text.strip().matches("\\d{1,11}") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
