package dev.tributary.generate;

import java.time.Instant;

/** A made-up message. */
record Message(long id, Person person, Instant at, boolean fromCustomer, String text) {}
