package dev.tributary.generate;

import dev.tributary.generate.Chance.Subject;
import java.time.Instant;

/**
 * A made-up message.
 *
 * @param id from 1
 * @param fromCustomer else it is our answer
 * @param thread the id of the first message of the exchange
 * @param answers the id of the message before; 0 where it is the first
 */
record Message(
        long seed, long id, Person person, Way way, boolean fromCustomer, Instant at, long thread, long answers) {

    String text() {
        Chance chance = Chance.about(Subject.TEXT, seed, id);
        String text = Words.of(chance);
        return fromCustomer && chance.percent(1) ? text + " My address is " + person.email() : text;
    }

    /** What it says after it was edited. */
    String laterText() {
        return text() + " (sorry, a slip)";
    }

    boolean isAnswer() {
        return answers != 0;
    }

    /** The same some time later. */
    Message later(long seconds) {
        return new Message(seed, id, person, way, fromCustomer, at.plusSeconds(seconds), thread, answers);
    }
}
