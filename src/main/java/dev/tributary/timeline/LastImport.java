package dev.tributary.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The list of contacts that was brought in last. Nobody but an import writes what the CRM says of its contacts, so the same list once
 * more would find everything as it is. Thread-safe.
 */
@Component
class LastImport {

    /** Two who began before either ended do not know whose contacts stand. */
    private static final String NOTE = """
            INSERT INTO contact_import (one_row, fingerprint, records, refused) VALUES (1, :fingerprint, :records, :refused)
            ON DUPLICATE KEY UPDATE fingerprint = NULL""";

    private final JdbcClient jdbc;

    LastImport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many records a list had, and how many of them were none of a contact. */
    record Size(long records, long refused) {}

    /**
     * Of all that its contacts follow from: the file's bytes, how it is to be read, and the program that reads it.
     *
     * @param reading what the reader was told, in words
     */
    static String fingerprint(Path file, String reading) {
        MessageDigest digest = sha256();
        digest.update((version() + "\n" + reading + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** How large it was, where it is this list. */
    Optional<Size> of(String fingerprint) {
        return jdbc.sql("SELECT records, refused FROM contact_import WHERE fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(Size.class)
                .optional();
    }

    /** An import begins, of which nobody knows yet whether it ends. */
    void forget() {
        jdbc.sql("DELETE FROM contact_import").update();
    }

    /** An import that began by {@link #forget} has ended. */
    void note(String fingerprint, Size size) {
        jdbc.sql(NOTE)
                .param("fingerprint", fingerprint)
                .param("records", size.records())
                .param("refused", size.refused())
                .update();
    }

    /** A later version may read the same list otherwise; null where the program is not packaged. */
    private static @Nullable String version() {
        return LastImport.class.getPackage().getImplementationVersion();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
