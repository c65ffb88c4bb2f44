package dev.tributary.inbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests, compared in a time that tells nothing. */
final class Signature {

    static final String SHA256 = "HmacSHA256";

    private final String algorithm;
    private final SecretKeySpec key;

    /** @param algorithm as Java calls it */
    Signature(String algorithm, String secret) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }

    /** The digest of these parts, one behind the other. */
    byte[] of(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @throws Refused unless the signature, of which the prefix is taken off, is that of the parts */
    void checkHex(String prefix, String given, byte[]... parts) {
        try {
            check(HexFormat.of().parseHex(without(prefix, given)), parts);
        } catch (IllegalArgumentException noHex) {
            throw new Refused();
        }
    }

    /** @throws Refused unless the signature, of which the prefix is taken off, is that of the parts */
    void checkBase64(String prefix, String given, byte[]... parts) {
        try {
            check(Base64.getDecoder().decode(without(prefix, given)), parts);
        } catch (IllegalArgumentException noBase64) {
            throw new Refused();
        }
    }

    /** @throws Refused unless the two are equal */
    static void same(String expected, String given) {
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new Refused();
        }
    }

    private void check(byte[] given, byte[]... parts) {
        if (!MessageDigest.isEqual(of(parts), given)) {
            throw new Refused();
        }
    }

    private static String without(String prefix, String given) {
        if (!given.startsWith(prefix)) {
            throw new Refused();
        }
        return given.substring(prefix.length());
    }

    @Override
    public String toString() {
        return algorithm;
    }
}
