package dev.tributary.inbox;

import dev.tributary.landing.Imprint;

/** What the signature of a request proves. */
sealed interface Verdict {

    /** The platform tries whether we are there: it is answered, and there is nothing to keep. */
    record Greeting(Reply reply) implements Verdict {}

    /**
     * The platform sends us something.
     *
     * @param content to be kept, byte by byte
     * @param imprint by which it is known again
     */
    record Genuine(Push push, byte[] content, Imprint imprint) implements Verdict {}
}
