package dev.tributary.casework;

import dev.tributary.match.Agreement;

/**
 * An address, number, handle or id of a proposed contact.
 *
 * @param raw as the CRM writes it
 * @param agreement SAME where the participant has it too, CLOSE or SIMILAR where another spelling of it, DIFFERENT where only others
 *     of its type, UNKNOWN where none of its type
 */
public record ContactPoint(IdentifierKey key, String raw, Agreement agreement) {

    /** Personal data: only the type is printed. */
    @Override
    public String toString() {
        return key.toString();
    }
}
