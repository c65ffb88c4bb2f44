package dev.tributary.timeline;

/** Somebody asked to go on after what no part of the list gave. The message says what to do. */
public final class WrongCursor extends RuntimeException {

    WrongCursor() {
        super("'after' is not what a part of this list gave as its next; leave it out to begin at the start");
    }
}
