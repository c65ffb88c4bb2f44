package dev.tributary.casework;

import dev.tributary.interaction.Grade;
import dev.tributary.interaction.SharedKind;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of the participant, and who else carries it. Times are UTC.
 *
 * @param raw as the channel wrote it
 * @param usable whether it keeps the rules of its type
 * @param contacts how many contacts of the CRM carry it, those that were merged counted once
 * @param others how many other participants have it
 * @param shared what the registry says that it is; null where it says nothing
 */
public record KnownIdentifier(
        IdentifierKey key,
        String raw,
        Grade grade,
        boolean usable,
        LocalDateTime firstSeen,
        LocalDateTime lastSeen,
        long contacts,
        long others,
        @Nullable SharedKind shared) {

    /** Personal data: only the type is printed. */
    @Override
    public String toString() {
        return key.toString();
    }
}
