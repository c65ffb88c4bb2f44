package dev.tributary.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/**
 * The one folder that MySQL may have a file of: for {@code LOAD DATA LOCAL} the server names the file that the client is to send, and
 * could name any. It is this process' own, read by nobody else, and goes with it; what a killed process left goes with the next one.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/9.0/en/load-data-local-security.html">MySQL, Security Considerations for LOAD DATA
 *     LOCAL</a>
 */
final class LoadFolder {

    private static final String NAME = "tributary-load-";
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
            Path all = Path.of(System.getProperty("java.io.tmpdir"));
            removeLeft(all);
            String name = NAME + ProcessHandle.current().pid() + "-";
            Path folder = Files.getFileStore(all).supportsFileAttributeView("posix")
                    ? Files.createTempDirectory(
                            name, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                    : Files.createTempDirectory(name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes the folders of processes that are no more; what is somebody else's stays, for it cannot be removed. */
    static void removeLeft(Path all) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, NAME + "*")) {
            for (Path folder : folders) {
                String pid =
                        folder.getFileName().toString().substring(NAME.length()).replaceFirst("-.*", "");
                if (pid.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    FileSystemUtils.deleteRecursively(folder.toFile());
                }
            }
        }
    }
}
