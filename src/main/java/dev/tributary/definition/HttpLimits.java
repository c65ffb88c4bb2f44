package dev.tributary.definition;

import java.time.Duration;

/**
 * How much one run of a source may cost.
 *
 * @param budget the most requests of one run, every attempt counted; those for access tokens are not
 * @param timeout for one whole answer
 * @param retries how often one request is sent again when the source cannot be reached or asks to slow down
 */
public record HttpLimits(int budget, Duration timeout, int retries) {

    public static final HttpLimits DEFAULT = new HttpLimits(1000, Duration.ofSeconds(30), 5);
}
