package dev.tributary.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A folder whose files only our user reads. A file is whole on the disk when it is written, or as it was before. */
public final class SecretFolder {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path folder;

    public SecretFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a file of this name lies, whether there is one or not. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file aside, syncs it and puts it in the place of the one before; the folder is made where there is none. */
    public void write(String name, byte[] content) throws IOException {
        Files.createDirectories(folder, only("rwx------"));
        Path part = folder.resolve(name + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part, NEW, only("rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        syncNames();
    }

    /** Windows opens no folders, and keeps their names safe by itself. */
    private void syncNames() throws IOException {
        if (isPosix()) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    private FileAttribute<?>[] only(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
