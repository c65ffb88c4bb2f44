package dev.tributary.definition;

import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One identifier that {@code shared-identifiers.yaml} declares to be shared.
 *
 * @param value canonical
 * @param since the first moment in UTC at which it is; null where it always was
 * @param until the first moment in UTC at which it is no more; null where no end is known
 * @param contact the CRM's id of the contact that stands for it; null where none does
 */
public record SharedEntry(
        IdentifierType type,
        String value,
        SharedKind kind,
        @Nullable LocalDateTime since,
        @Nullable LocalDateTime until,
        @Nullable String contact) {

    /** Personal data: only the type and the kind are printed. */
    @Override
    public String toString() {
        return type + " *** " + kind;
    }
}
