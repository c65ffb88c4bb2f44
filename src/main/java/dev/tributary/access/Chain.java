package dev.tributary.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes along the trail from its first entry to its newest, and finds the first that is wrong. Not thread-safe. */
final class Chain {

    private final long newest;
    private final String itsHash;
    private final @Nullable String anchor;
    private long number;
    private String hash = AuditEntry.NONE;
    private boolean anchored;

    /**
     * @param newest the number of the entry that was appended last when the reading begins
     * @param itsHash the hash of that entry
     * @param anchor a hash that somebody kept elsewhere, and that must still be in the trail; null for none
     */
    Chain(long newest, String itsHash, @Nullable String anchor) {
        this.newest = newest;
        this.itsHash = itsHash;
        this.anchor = anchor;
        this.anchored = anchor == null;
    }

    long number() {
        return number;
    }

    String hash() {
        return hash;
    }

    /** What is wrong with the next entry; empty where it holds. */
    Optional<Fault> next(AuditEntry entry) {
        long expected = number + 1;
        if (entry.number() != expected) {
            return fault(expected, "is missing: somebody took it out, or gave it another number");
        }
        if (!entry.isSealed()) {
            return fault(expected, "was changed after it was written");
        }
        if (!entry.previous().equals(hash)) {
            return fault(expected, "does not follow the one before it: one of the two was put in the place of another");
        }
        if (expected == newest && !entry.hash().equals(itsHash)) {
            return fault(expected, "is not the one that was appended");
        }
        number = expected;
        hash = entry.hash();
        anchored |= hash.equals(anchor);
        return Optional.empty();
    }

    /**
     * What is wrong after the last entry.
     *
     * @param appended the number of the entry that was appended last when the reading has ended
     */
    Optional<Fault> end(long appended) {
        if (number < newest) {
            return fault(number + 1, "is missing, and so is all that followed up to " + newest);
        }
        if (number > appended) {
            return fault(appended + 1, "was put in: it was never appended");
        }
        return anchored
                ? Optional.empty()
                : Optional.of(new Fault(0, "No entry has the hash that you kept: the trail was written anew since"));
    }

    private static Optional<Fault> fault(long entry, String what) {
        return Optional.of(new Fault(entry, "Entry " + entry + " " + what));
    }

    /**
     * @param entry the number of the first that is wrong; 0 where it is none of them
     * @param meaning as a sentence without its full stop
     */
    record Fault(long entry, String meaning) {}
}
