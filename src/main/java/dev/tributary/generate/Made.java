package dev.tributary.generate;

/**
 * What was made.
 *
 * @param interactions messages, each with the id that its channel gives it
 * @param notes what the help desk has under a number of its own, of messages that are also there from their channel
 * @param proved pairs of reports that tell one id
 * @param likely pairs of reports of one message that only the words tell
 * @param broken records that nobody can read
 */
public record Made(long interactions, long notes, long proved, long likely, long edited, long withdrawn, long broken) {}
