package dev.tributary.interaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The first half of the SHA-256 of several texts: 128 bits, so that two different keys among 10<sup>12</sup> meet with a
 * probability of about 10<sup>-15</sup>. Ordered as unsigned bytes, which is the order of the database's index.
 */
public record NaturalKey(long high, long low) implements Comparable<NaturalKey> {

    private static final byte SEPARATOR = 0;
    private static final byte ABSENT = 1;

    /** The key of these parts; an absent part differs from an empty one. */
    public static NaturalKey of(@Nullable String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            if (part == null) {
                digest.update(ABSENT);
            } else {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            digest.update(SEPARATOR);
        }
        return of(digest.digest());
    }

    /** @param bytes at least 16; those after are left aside */
    public static NaturalKey of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new NaturalKey(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    /** 32 hexadecimal digits. */
    public String hex() {
        return String.format("%016x%016x", high, low);
    }

    @Override
    public int compareTo(NaturalKey other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
