package dev.tributary.interaction;

/** How well it is known that an identifier belongs to a person; the later, the better. */
public enum Grade {
    /** The person wrote it, in a message or a profile. */
    DECLARED,
    /** The channel says so: the number that called, the address that sent. */
    CHANNEL,
    /** The person proved it. */
    VERIFIED
}
