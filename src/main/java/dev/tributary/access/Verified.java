package dev.tributary.access;

import org.jspecify.annotations.Nullable;

/**
 * Whether the audit trail is as it was written.
 *
 * @param entries how many hold, from the first on
 * @param newestHash of the last that holds: kept elsewhere it is an anchor, which finds a trail that was written anew
 * @param fault what is wrong, as a sentence without its full stop; null where all hold
 * @param firstWrong the number of the first that is wrong; null where all hold, or where it is none of them
 */
public record Verified(
        long entries,
        String newestHash,
        @Nullable String fault,
        @Nullable Long firstWrong) {

    public boolean holds() {
        return fault == null;
    }
}
