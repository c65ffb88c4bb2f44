package dev.tributary.casework;

import dev.tributary.interaction.SharedKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person answers to a case.
 *
 * @param stamp of the case as they saw it
 * @param contact the CRM's id of the contact that is meant; null means the only one that is proposed for SAME_PERSON, and every one
 *     for DIFFERENT_PEOPLE
 * @param identifiers those that are shared; empty means all on which the proposed contacts rest
 * @param kind as what they are shared; null means what the registry knows, else a household
 * @param comment for those who read it later; null for none
 */
public record CaseAnswer(
        long caseId,
        String stamp,
        Answer answer,
        @Nullable String contact,
        List<IdentifierKey> identifiers,
        @Nullable SharedKind kind,
        @Nullable String comment) {

    public CaseAnswer {
        identifiers = List.copyOf(identifiers);
        contact = contact == null || contact.isBlank() ? null : contact.strip();
        comment = comment == null || comment.isBlank() ? null : comment.strip();
    }

    /** The answer alone, to what a case shows now. */
    public static CaseAnswer to(Case shown, Answer answer) {
        return new CaseAnswer(shown.id(), shown.stamp(), answer, null, List.of(), null, null);
    }

    /** The same of one contact, by the CRM's id. */
    public CaseAnswer naming(String named) {
        return new CaseAnswer(caseId, stamp, answer, named, identifiers, kind, comment);
    }

    /** The same of these identifiers. */
    public CaseAnswer sharing(List<IdentifierKey> shared, @Nullable SharedKind as) {
        return new CaseAnswer(caseId, stamp, answer, contact, shared, as, comment);
    }

    /** The same with a comment. */
    public CaseAnswer because(@Nullable String why) {
        return new CaseAnswer(caseId, stamp, answer, contact, identifiers, kind, why);
    }
}
