package dev.tributary.doctor;

import java.time.Duration;
import java.time.Instant;

/** How long something still holds. */
final class Expiry {

    private static final Duration SOON = Duration.ofDays(30);

    private Expiry() {}

    /**
     * @param what such as {@code the token X_TOKEN}
     * @param end when it holds no more
     */
    static Finding of(String what, Instant end, Instant now, String cure) {
        Duration left = Duration.between(now, end);
        if (left.isNegative() || left.isZero()) {
            return Finding.fail(what + " expired at " + end, cure);
        }
        String said = what + " holds for " + (left.toDays() > 0 ? left.toDays() + " days" : left.toHours() + " hours");
        return left.compareTo(SOON) < 0 ? Finding.warn(said + ", until " + end, cure) : Finding.good(said);
    }
}
