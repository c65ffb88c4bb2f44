package dev.tributary.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/**
 * The one folder that MySQL may have a file of: for {@code LOAD DATA LOCAL} the server names the file that the client is to send, and
 * could name any. It is this process' own, read by nobody else, and goes with it.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/9.0/en/load-data-local-security.html">MySQL, Security Considerations for LOAD DATA
 *     LOCAL</a>
 */
final class LoadFolder {

    private static final Path FOLDER = made();

    private LoadFolder() {}

    static Path path() {
        return FOLDER;
    }

    /** The name of a file that is not there yet. */
    static Path newFile() {
        return FOLDER.resolve(UUID.randomUUID().toString());
    }

    private static Path made() {
        try {
            boolean posix = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                    .supportsFileAttributeView("posix");
            Path folder = posix
                    ? Files.createTempDirectory(
                            "tributary-load-",
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                    : Files.createTempDirectory("tributary-load-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
