package dev.tributary.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether only our user can read the files of a folder. */
final class SecretFiles implements Look {

    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    SecretFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Finding> look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.good(folder + ": none yet"));
        }
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return List.of(Finding.unknown(folder + ": this system tells no permissions as Unix does", null));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            List<Finding> open = all.stream()
                    .filter(SecretFiles::isOpen)
                    .map(SecretFiles::open)
                    .toList();
            return open.isEmpty()
                    ? List.of(Finding.good(folder + ": " + all.size() + " files, for our user alone"))
                    : open;
        }
    }

    private static Finding open(Path file) {
        return Finding.fail(file + " can be read by others", "chmod 600 '" + file + "'");
    }

    private static boolean isOpen(Path file) {
        try {
            return !OURS.containsAll(Files.getPosixFilePermissions(file));
        } catch (IOException gone) {
            return false;
        }
    }
}
