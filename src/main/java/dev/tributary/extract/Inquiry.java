package dev.tributary.extract;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for one page, without the credentials.
 *
 * @param body null where none is sent
 */
record Inquiry(URI address, @Nullable String body) {

    /** The same question at another address. */
    Inquiry at(URI other) {
        return new Inquiry(other, body);
    }

    @Override
    public String toString() {
        return "an inquiry";
    }
}
