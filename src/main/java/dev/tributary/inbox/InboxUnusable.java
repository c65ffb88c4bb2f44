package dev.tributary.inbox;

/** The inbox cannot be opened as it is set up. The message says how to mend it, and names no value. */
public final class InboxUnusable extends RuntimeException {

    InboxUnusable(String message) {
        super(message);
    }
}
