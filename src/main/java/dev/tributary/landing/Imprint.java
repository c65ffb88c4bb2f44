package dev.tributary.landing;

/**
 * By what a delivery is known again. Both are SHA-256 in hexadecimal.
 *
 * @param delivery of what makes it this delivery, however often it is sent and signed
 * @param signed of what was signed: the same only where the very same request came again
 */
public record Imprint(String delivery, String signed) {

    /** SHA-256 in hexadecimal. */
    public static String of(byte[] content) {
        return Fingerprint.of(content).sha256();
    }
}
