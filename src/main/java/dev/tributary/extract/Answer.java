package dev.tributary.extract;

import java.net.URI;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a source answered.
 *
 * @param address that was asked
 * @param headers of the answer
 * @param body empty unless the status is 200
 */
record Answer(PageWalk walk, URI address, int status, HttpHeaders headers, byte[] body) {

    /** The content type; null where there is none. */
    @Nullable
    String type() {
        return headers.firstValue("Content-Type").orElse(null);
    }

    @Override
    public String toString() {
        return "the answer " + status + " of " + walk.where();
    }
}
