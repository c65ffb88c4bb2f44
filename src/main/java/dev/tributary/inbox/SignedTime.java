package dev.tributary.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The time that a platform signs with a request, in seconds or milliseconds since 1970. */
final class SignedTime {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,13}");
    private static final int SECONDS = 10;

    private final Clock clock;

    SignedTime(Clock clock) {
        this.clock = clock;
    }

    /** @throws Refused unless the time is close to ours */
    void check(String given) {
        if (!NUMBER.matcher(given).matches()) {
            throw new Refused();
        }
        long number = Long.parseLong(given);
        Instant time = given.length() > SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        if (Duration.between(time, clock.instant()).abs().compareTo(Protocol.WINDOW) > 0) {
            throw new Refused();
        }
    }
}
