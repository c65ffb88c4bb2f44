package dev.tributary.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes those wait who fail again and again: after five failures a minute, after each further one twice as long, up to a quarter of an
 * hour. Counts are kept by key, such as an account or an address, 100,000 of them at most, and forgotten after an hour of quiet.
 * Thread-safe: an attempt counts as failed until it is known to be none, so those that come at once count one by one.
 */
final class Throttle {

    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST = 100_000;

    private final Clock clock;
    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FORGOTTEN).build();

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant until) {}

    /** How long the slowest of the keys must still wait; zero where none must, and then the attempt is counted. */
    Duration attempt(String... keys) {
        Duration wait = Stream.of(keys)
                .map(failures::getIfPresent)
                .filter(Objects::nonNull)
                .map(it -> Duration.between(clock.instant(), it.until()))
                .filter(it -> it.compareTo(Duration.ZERO) > 0)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            Stream.of(keys).forEach(key -> failures.asMap().compute(key, (it, before) -> oneMore(before)));
        }
        return wait;
    }

    /** The attempt was none that failed. */
    void takeBack(String key) {
        failures.asMap()
                .computeIfPresent(
                        key, (it, now) -> now.count() > 1 ? new Failures(now.count() - 1, clock.instant()) : null);
    }

    /** Whatever failed before counts no more. */
    void forget(String key) {
        failures.invalidate(key);
    }

    private Failures oneMore(@Nullable Failures before) {
        int count = before == null ? 1 : before.count() + 1;
        Instant now = clock.instant();
        if (count < FREE) {
            return new Failures(count, now);
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(count - FREE, Byte.SIZE));
        return new Failures(count, now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    }
}
