package dev.tributary.casework;

import dev.tributary.interaction.IdentifierType;

/**
 * An address, number, handle or id.
 *
 * @param value canonical
 */
public record IdentifierKey(IdentifierType type, String value) implements Comparable<IdentifierKey> {

    @Override
    public int compareTo(IdentifierKey other) {
        int order = type.compareTo(other.type);
        return order != 0 ? order : value.compareTo(other.value);
    }

    /** Personal data: only the type is printed. */
    @Override
    public String toString() {
        return type + " ***";
    }
}
