package dev.tributary.timeline;

/**
 * A row of a contact export that is no contact.
 *
 * @param reason what is wrong and how to mend it, without any of the content
 */
public record RefusedRow(long line, String reason) {}
