package dev.tributary.identity;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of a participant and the contacts that carry it.
 *
 * @param contacts the first of them by the CRM's id; empty where no contact carries it
 * @param holders how many carry it
 * @param near contacts that carry another value of which it may be a spelling, in the same order
 * @param sharing what the registry says of it for the time in which it was seen; null where it says nothing
 */
record Evidence(
        IdentifierType type,
        String value,
        String raw,
        Grade grade,
        boolean usable,
        List<Long> contacts,
        int holders,
        List<Long> near,
        @Nullable Sharing sharing) {

    /** How many of the contacts are kept: a switchboard may sit on thousands. */
    static final int KEPT = 10;

    /**
     * That many people use it, or nobody.
     *
     * @param contact the contact that stands for it; null where none does
     * @param throughout whether for all of the time in which it was seen, not for a part
     */
    record Sharing(SharedKind kind, @Nullable Long contact, boolean throughout) {}

    Evidence {
        contacts = List.copyOf(contacts);
        near = List.copyOf(near);
    }

    /** The same where the registry says nothing of it. */
    Evidence asIfOwn() {
        return new Evidence(type, value, raw, grade, usable, contacts, holders, near, null);
    }

    /** Whether the channel or the person proved that it is theirs. */
    boolean isProved() {
        return grade != Grade.DECLARED;
    }

    /** Whether it says nothing about who somebody is. */
    boolean namesNobody() {
        return sharing != null && sharing.kind().namesNobody();
    }

    /** Whether all who carry it are known by name. */
    boolean isComplete() {
        return holders <= contacts.size();
    }

    /** Personal data: only the type is printed. */
    @Override
    public String toString() {
        return type + " ***";
    }
}
