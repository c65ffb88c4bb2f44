package dev.tributary.access;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One entry of the audit trail.
 *
 * @param number counts from 1 without a gap
 * @param at in UTC, to the microsecond
 * @param previous the hash of the entry before, 64 zeros before the first
 * @param hash in hexadecimal, of all the rest
 */
public record AuditEntry(long number, LocalDateTime at, Deed deed, String previous, String hash) {

    static final String NONE = "0".repeat(64);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    /** The entry that follows. */
    static AuditEntry after(long number, String hash, LocalDateTime at, Deed deed) {
        AuditEntry unsealed = new AuditEntry(number + 1, at, deed, hash, "");
        return new AuditEntry(number + 1, at, deed, hash, unsealed.computed());
    }

    boolean isSealed() {
        return hash.equals(computed());
    }

    /**
     * SHA-256 over the fields in this order, each as the number of its bytes in UTF-8, a colon, the bytes and a line feed: so no two
     * entries are written alike.
     */
    private String computed() {
        StringBuilder written = new StringBuilder();
        for (String field : List.of(
                String.valueOf(number),
                MICROSECONDS.format(at),
                deed.actor(),
                deed.roles(),
                deed.act(),
                deed.what(),
                String.valueOf(deed.status()),
                deed.address(),
                previous)) {
            written.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field)
                    .append('\n');
        }
        return Sha256.hex(written.toString());
    }
}
