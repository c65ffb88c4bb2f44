package dev.tributary.generate;

import java.io.Closeable;
import java.io.IOException;

/** A system that reports the messages of a channel, in its own shape. */
interface Outlet extends Closeable {

    void said(Message it);

    /** @return whether the system tells edits */
    default boolean edited(Message it) {
        return false;
    }

    /** @return whether the system tells deletes */
    default boolean withdrawn(Message it) {
        return false;
    }

    /**
     * Reports something that nobody can read.
     *
     * @return whether it did
     */
    default boolean broken(Message it) {
        return false;
    }

    @Override
    default void close() throws IOException {}
}
