package dev.tributary.interaction;

/** Why an identifier tells no single person. */
public enum SharedKind {
    /** A family or a flat share: it supports where a name agrees with one of its people. */
    HOUSEHOLD,
    /** A switchboard: who calls from it is the company. */
    COMPANY_LINE,
    /** {@code info@…}, {@code support@…}: who writes from it is the company. */
    ROLE_MAILBOX,
    /** Our own number, address or account: it never matches. */
    OURS,
    /** A dummy, a relay, a withheld number: it never matches. */
    JUNK;

    /** Whether it says nothing at all about who somebody is. */
    public boolean namesNobody() {
        return this == OURS || this == JUNK;
    }

    /** Whether it is a company's, and so may land on the contact that is the company. */
    public boolean isOfCompany() {
        return this == COMPANY_LINE || this == ROLE_MAILBOX;
    }
}
