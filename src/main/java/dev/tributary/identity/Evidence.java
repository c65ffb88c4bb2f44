package dev.tributary.identity;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import java.util.List;

/**
 * An identifier of a participant and the contacts that carry it.
 *
 * @param contacts the first of them by id; empty where no contact carries it
 * @param holders how many carry it
 */
record Evidence(
        IdentifierType type, String value, String raw, Grade grade, boolean usable, List<Long> contacts, int holders) {

    /** Whether the channel or the person proved that it is theirs. */
    boolean isProved() {
        return grade != Grade.DECLARED;
    }

    /** Personal data: only the type is printed. */
    @Override
    public String toString() {
        return type + " ***";
    }
}
