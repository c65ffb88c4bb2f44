package dev.tributary.identity;

/** Somebody named a contact that the CRM does not have. The message says what to do. */
public final class UnknownContact extends RuntimeException {

    UnknownContact(String externalId) {
        super("The CRM has no contact '" + externalId
                + "'; look up its id in the CRM, or bring the contacts in first: tributary contacts import FILE");
    }
}
