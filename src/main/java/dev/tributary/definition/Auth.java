package dev.tributary.definition;

/** How we prove who we are. The secrets are <code>${NAME}</code>, never the values themselves. */
public sealed interface Auth {

    record Bearer(String token) implements Auth {}

    record Basic(String user, String password) implements Auth {}

    /** A header of the API's own, such as {@code X-Api-Key}. */
    record Header(String name, String value) implements Auth {}
}
