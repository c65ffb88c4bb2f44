package dev.tributary.timeline;

import dev.tributary.interaction.IdentifierType;

/**
 * An address, a number, a handle or an id of a contact. Personal data: only the type is printed.
 *
 * @param value canonical
 * @param raw as it was written
 * @param origin CRM, or TRIBUTARY where a linked participant taught it
 */
public record ContactPoint(IdentifierType type, String value, String raw, String origin) {

    @Override
    public String toString() {
        return type + " ***";
    }
}
