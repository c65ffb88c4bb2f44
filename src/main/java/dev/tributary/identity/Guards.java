package dev.tributary.identity;

import dev.tributary.definition.BlockedIdentifiers;
import dev.tributary.interaction.IdentifierType;

/** What an identifier may do before any rule is asked. Thread-safe. */
final class Guards {

    private final BlockedIdentifiers blocked;
    private final int shared;

    /** @param shared on so many contacts an identifier decides nothing */
    Guards(BlockedIdentifiers blocked, int shared) {
        this.blocked = blocked;
        this.shared = shared;
    }

    /** Whether it is on the list of values that never match, or the registry says that it names nobody. */
    boolean isBlocked(Evidence evidence) {
        return evidence.namesNobody() || blocked.blocks(evidence.type(), evidence.value());
    }

    /** Whether it may speak for the contacts that carry it. */
    boolean counts(Evidence evidence) {
        return evidence.usable() && !isBlocked(evidence);
    }

    /** Whether it may be another spelling of what a contact carries: so may a number without its country code. */
    boolean isLookedUp(Evidence evidence) {
        return (evidence.usable() || evidence.type() == IdentifierType.PHONE) && !isBlocked(evidence);
    }

    /** Whether it is proved to be theirs, and a contact carries it. */
    boolean isHeld(Evidence evidence) {
        return counts(evidence) && evidence.isProved() && evidence.holders() > 0;
    }

    /** Whether it belongs to one contact alone, and may decide. */
    boolean isOwn(Evidence evidence) {
        return isHeld(evidence) && evidence.holders() == 1 && evidence.sharing() == null;
    }

    /** Whether it is proved to be theirs, no contact carries it, and it may be another spelling of what contacts do carry. */
    boolean isOnlyNear(Evidence evidence) {
        return isLookedUp(evidence)
                && evidence.isProved()
                && evidence.holders() == 0
                && !evidence.near().isEmpty()
                && evidence.sharing() == null;
    }

    /** Whether it tells so little that it contradicts nothing either. */
    boolean isShared(Evidence evidence) {
        return evidence.holders() >= shared || evidence.sharing() != null;
    }
}
