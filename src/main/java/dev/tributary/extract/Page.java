package dev.tributary.extract;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is what was asked for.
 *
 * @param content maps, lists and values; null where the source answered that there is nothing
 */
record Page(PageRequest request, Answer answer, @Nullable Object content) {

    PageWalk walk() {
        return request.walk();
    }

    /** That it came from. */
    URI address() {
        return request.inquiry().address();
    }

    @Override
    public String toString() {
        return "a page of " + walk().where();
    }
}
