package dev.tributary.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** A file as it was when it was read. */
record Original(Path file, Fingerprint content, FileTime modified) {

    /** @throws UncheckedIOException where it cannot be read */
    static Original read(Path file) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            return new Original(file, Fingerprint.of(file), modified);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether somebody has written to the file since: then nobody knows yet whether it is whole. */
    boolean changed() throws IOException {
        return Files.exists(file)
                && (Files.size(file) != content.bytes()
                        || !Files.getLastModifiedTime(file).equals(modified));
    }
}
