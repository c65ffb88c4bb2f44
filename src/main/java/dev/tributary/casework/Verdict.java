package dev.tributary.casework;

import dev.tributary.interaction.SharedKind;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of a case. Verdicts are never deleted. Times are UTC.
 *
 * @param id Tributary's own number, to take it back by
 * @param contact the CRM's id of the contact that was named; null where none was
 * @param identifiers those that were said to be shared
 * @param kind as what they are shared; null where the person did not say
 * @param undoneBy who took it back; null while it stands
 */
public record Verdict(
        long id,
        long caseId,
        Answer answer,
        @Nullable String contact,
        List<IdentifierKey> identifiers,
        @Nullable SharedKind kind,
        @Nullable String comment,
        String actor,
        LocalDateTime decidedAt,
        @Nullable String undoneBy,
        @Nullable LocalDateTime undoneAt) {

    public Verdict {
        identifiers = List.copyOf(identifiers);
    }

    public boolean stands() {
        return undoneAt == null;
    }
}
