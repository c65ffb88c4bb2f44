package dev.tributary.review;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that was decided about a contact. Personal data: only the deed is printed.
 *
 * @param at UTC
 * @param actor who decided; {@code tributary} for a rule
 * @param who the participant, or the CRM's id of the other contact; null for a message
 * @param number of the participant or the message; null for a merge
 * @param reason null where none was given
 */
public record Past(
        LocalDateTime at,
        String actor,
        Deed deed,
        @Nullable String who,
        @Nullable Long number,
        @Nullable String reason) {

    /** What was done. */
    public enum Deed {
        LINKED,
        UNLINKED,
        MERGED,
        UNMERGED,
        MOVED_HERE,
        MOVED_BACK
    }

    @Override
    public String toString() {
        return deed.name();
    }
}
