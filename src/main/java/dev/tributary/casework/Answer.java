package dev.tributary.casework;

/** What a person says of a case. */
public enum Answer {
    /** The participant is one of the proposed contacts: they are linked. */
    SAME_PERSON,
    /** The participant is not the contact that is named, or none of those proposed: no rule links them again. */
    DIFFERENT_PEOPLE,
    /** What points to the contacts tells no single person: it goes into the registry of shared identifiers. */
    SHARED_IDENTIFIER,
    /** The case stays, behind all that nobody has looked at yet. */
    NOT_SURE;

    /** Whether it decides anything. */
    public boolean decides() {
        return this != NOT_SURE;
    }
}
