package dev.tributary.decode;

import dev.tributary.run.FailureCode;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file as its format delimits it: a JSON document or element, a row, a line with those that continue it, an XML document, a mail.
 *
 * <p>{@code line} says where: the line for line formats, the ordinal of the record for all others, from 1.
 */
public sealed interface Payload {

    long line();

    /**
     * @param content maps with text keys, lists, texts, booleans and numbers; whole numbers beyond 2^53 are texts, for they
     *     are ids
     * @param entry the path inside the archive that it comes out of; null where the file is no archive
     */
    record Readable(long line, Object content, @Nullable String entry) implements Payload {
        public Readable(long line, Object content) {
            this(line, content, null);
        }
    }

    /** @param reason what is wrong and where, without any of the content */
    record Unreadable(long line, FailureCode code, String reason) implements Payload {}
}
