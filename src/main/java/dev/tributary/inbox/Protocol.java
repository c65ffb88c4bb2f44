package dev.tributary.inbox;

import java.time.Duration;

/** How a platform proves who it is, and what it expects of us. Thread-safe. */
interface Protocol {

    /** How far the clocks may differ where the platform signs the time. */
    Duration WINDOW = Duration.ofMinutes(5);

    /** Whether the platform sends GET to see whether we are there. */
    default boolean greets() {
        return false;
    }

    /**
     * Answers a GET.
     *
     * @throws Refused where nothing proves that it is the platform that asks
     */
    default Reply greet(Push push) {
        throw new Refused();
    }

    /** @throws Refused where the signature is missing or wrong, or its time is over */
    Verdict verify(Push push);

    Repeats repeats();

    /** Whether the time is signed: then a request is worth nothing a while later, and need not be remembered for ever. */
    default boolean signsTheTime() {
        return false;
    }

    /** The word that the platform wants to hear when we have what it sent. */
    default String thanks() {
        return "";
    }
}
