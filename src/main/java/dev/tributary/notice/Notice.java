package dev.tributary.notice;

import java.time.LocalDateTime;

/**
 * Something to be told to one target.
 *
 * @param writtenAt UTC
 * @param tries how often it was tried to send it, this time included
 */
record Notice(
        long id, Target target, Occasion occasion, String title, String words, LocalDateTime writtenAt, int tries) {

    /** The same each time that it is sent: whoever gets it twice can see that it is one. */
    String messageId() {
        return "<" + id + "." + occasion.job() + "." + occasion.businessDate() + "." + occasion.kind() + "."
                + occasion.moment().toString().replaceAll("[^0-9]", "") + "@tributary>";
    }
}
