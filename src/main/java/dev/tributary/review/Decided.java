package dev.tributary.review;

import dev.tributary.timeline.Timelines.Change;
import org.jspecify.annotations.Nullable;

/**
 * What a decision changed.
 *
 * @param changed false where it was so before: then no row was written
 * @param before the CRM's id of the contact whose place was taken: that the participant was linked to, that the contact was merged
 *     into, that the message was moved to; null where there was none
 * @param change of the rows that the CRM reads
 */
public record Decided(boolean changed, @Nullable String before, Change change) {

    static final Decided ALREADY_SO = new Decided(false, null, Change.NOTHING);
}
