package dev.tributary.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the inbox takes in.
 *
 * @param largestRequest the most bytes of one body
 * @param longestRequest the longest that a body may take to arrive
 * @param remember how long a delivery is remembered whose platform signs the time; others are never forgotten
 */
@ConfigurationProperties("tributary.inbox")
record InboxSettings(
        @DefaultValue("4MB") DataSize largestRequest,
        @DefaultValue("20s") Duration longestRequest,
        @DefaultValue("30d") Duration remember) {

    private static final Duration LEAST = Duration.ofDays(2);

    InboxSettings {
        if (largestRequest.toBytes() < 1 || largestRequest.toBytes() > 1L << 26) {
            throw new IllegalArgumentException("tributary.inbox.largest-request must be from 1B to 64MB");
        }
        if (longestRequest.toMillis() < 1) {
            throw new IllegalArgumentException("tributary.inbox.longest-request must be above zero, such as 20s");
        }
        if (remember.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "tributary.inbox.remember must be 2d or more, for a platform may send again for a day");
        }
    }
}
