package dev.tributary.extract;

import java.net.URI;

/**
 * An answer that is what was asked for.
 *
 * @param address that it came from
 * @param content maps, lists and values
 */
record Page(PageWalk walk, URI address, byte[] body, Object content) {

    @Override
    public String toString() {
        return "a page of " + walk.where();
    }
}
