package dev.tributary.api;

import dev.tributary.casework.Outcome;

/** An answer that took no effect. */
final class NotDecided extends RuntimeException {

    private final Outcome.Status status;

    NotDecided(Outcome outcome) {
        super(outcome.message());
        this.status = outcome.status();
    }

    Outcome.Status status() {
        return status;
    }
}
