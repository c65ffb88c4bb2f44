package dev.tributary.access;

/** The users file cannot be read, or what is asked of it cannot be done. The message says how to mend it, and names no password. */
public final class UsersUnusable extends RuntimeException {

    UsersUnusable(String message) {
        super(message);
    }
}
