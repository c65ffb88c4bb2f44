package dev.tributary.notice;

import dev.tributary.definition.Notify;

/** A way to a target. */
interface Delivery {

    /** Whether it leads there. */
    boolean leadsTo(Target target);

    /**
     * Sends a notice, once.
     *
     * @throws Undelivered where it did not arrive, or nobody knows whether it did
     */
    void send(Notice notice, Notify notify);
}
