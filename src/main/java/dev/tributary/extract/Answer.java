package dev.tributary.extract;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a source answered.
 *
 * @param address that was asked
 * @param type the content type; null where there is none
 * @param body empty unless the status is 200
 */
record Answer(
        PageWalk walk, URI address, int status, @Nullable String type, byte[] body) {

    @Override
    public String toString() {
        return "the answer " + status + " of " + walk.where();
    }
}
