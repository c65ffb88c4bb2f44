package dev.tributary.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Length in bytes and SHA-256 in hexadecimal of some content. */
record Fingerprint(long bytes, String sha256) {

    private static final int BUFFER = 1 << 16;

    static Fingerprint of(Path file) throws IOException {
        return ofCopy(file, OutputStream.nullOutputStream());
    }

    static Fingerprint of(byte[] content) {
        return new Fingerprint(content.length, HexFormat.of().formatHex(digest().digest(content)));
    }

    /** Copies the file, and tells of the copy. */
    static Fingerprint ofCopy(Path file, OutputStream copy) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                copy.write(buffer, 0, read);
                bytes += read;
            }
        }
        return new Fingerprint(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
