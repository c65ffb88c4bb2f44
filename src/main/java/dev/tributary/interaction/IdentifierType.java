package dev.tributary.interaction;

/** What kind of thing names a person. */
public enum IdentifierType {
    /** A canonical e-mail address. */
    EMAIL,
    /** A number in E.164. */
    PHONE,
    /** A name on a channel, {@code x:ann}; people change them. */
    HANDLE,
    /** A platform's own id, in the scope in which it holds: {@code x:12345}, {@code line/@acme:U12ab}. */
    ID
}
