package dev.tributary.definition;

import org.jspecify.annotations.Nullable;

/** How an API names the page that follows. */
public sealed interface Paging {

    /**
     * The page carries a token that asks for the next one.
     *
     * @param next JSONata that gives the token; nothing or an empty text on the last page
     * @param param the parameter that takes it; with a body, the dotted path of a field of it, which takes a number where
     *     the body holds one there
     */
    record Token(String next, String param) implements Paging {}

    /**
     * The page carries the address of the next one. It is asked for as the first page was, with the same body where there is one.
     *
     * @param next JSONata that gives a URL of the same host, relative or absolute; nothing on the last page
     */
    record Link(String next) implements Paging {}

    /** The answer carries the address of the next page in its header {@code Link}, as {@code rel="next"} (RFC 8288). */
    record LinkHeader() implements Paging {}

    /**
     * Pages are counted off; the one with fewer than {@code size} records is the last.
     *
     * @param param the parameter that takes the number of records to skip; with a body, the dotted path of a field
     * @param size how many records are asked for at a time
     * @param sizeParam the parameter that takes the size; null where the API needs none
     * @param records JSONata that gives the records of a page
     */
    record Offset(String param, int size, @Nullable String sizeParam, String records) implements Paging {}
}
