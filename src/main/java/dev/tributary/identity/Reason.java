package dev.tributary.identity;

/** Why a participant is linked, waits for a person, or stays unmatched. */
enum Reason {
    /** Identifiers of one contact, and of no other. */
    EVIDENCE,
    /** An identifier points to two contacts. */
    AMBIGUOUS_IDENTIFIER,
    /** An identifier sits on three or more contacts, or is known to be shared: it supports, it never decides. */
    SHARED_IDENTIFIER,
    /** An identifier was shared for a part of the time in which the participant used it. */
    CHANGED_HANDS,
    /** Two identifiers point to two contacts. */
    CONFLICTING_IDENTIFIERS,
    /** An exception stopped the rule, as where the names contradict each other. */
    EXCEPTION,
    /** A rule applies that leaves it to a person. */
    POSSIBLE_MATCH,
    /** A contact carries an address or number that may be another spelling of theirs. */
    SIMILAR_IDENTIFIER,
    /** The contact would get more links than one person has. */
    CAP,
    /** The evidence points to another contact than the link that stands. */
    CONTRADICTS_LINK,
    /** The identifiers that made the link are on no contact any more. */
    EVIDENCE_GONE,
    /** There is neither an address nor a number, handle or id. */
    NO_IDENTIFIER,
    /** No contact carries what is known of the person. */
    NOT_IN_CRM,
    /** A contact carries it, but only the person's own word ties it to them. */
    ONLY_DECLARED,
    /** All that is known is on the list of values that never match. */
    ONLY_BLOCKED,
    /** All that is known breaks the rules of its type. */
    INVALID_IDENTIFIER,
    /** A person or the file said that it is not this contact. */
    NEVER_MATCH,
    /** A person said that what points to the contacts is shared, and left it at that. */
    SAID_TO_BE_SHARED,
    /** A contact carries it, and no rule of the file asks for that. */
    NO_RULE
}
