package dev.tributary.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Whether a folder can be written, and how much more fits there. A folder that is not there yet is judged by where it will be made. */
final class DiskSpace implements Look {

    private final Path folder;
    private final DataSize least;
    private final DataSize wanted;

    DiskSpace(Path folder, DataSize least, DataSize wanted) {
        this.folder = folder;
        this.least = least;
        this.wanted = wanted;
    }

    @Override
    public List<Finding> look() throws IOException {
        Path there = existing(folder.toAbsolutePath());
        if (!Files.isDirectory(there)) {
            return List.of(Finding.fail(there + " is no folder", "Move it away; Tributary makes the folder itself."));
        }
        if (!isWritable(there)) {
            return List.of(Finding.fail(
                    there + " cannot be written",
                    "Give it to the user that Tributary runs as, and see whether the disk is full or read only."));
        }
        return List.of(judged(there, Files.getFileStore(there).getUsableSpace()));
    }

    private Finding judged(Path there, long free) {
        String said = folder + ": " + Sizes.text(free) + " free" + (there.equals(folder) ? "" : ", made when needed");
        String cure = "Make room, or give it a larger disk; what has landed and the reports are kept for ever.";
        if (free < least.toBytes()) {
            return Finding.fail(said + ", less than " + Sizes.text(least.toBytes()), cure);
        }
        return free < wanted.toBytes()
                ? Finding.warn(said + ", less than " + Sizes.text(wanted.toBytes()), cure)
                : Finding.good(said);
    }

    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** Permissions do not tell of a disk that is read only, or of quotas: a file is made, and taken away. */
    private static boolean isWritable(Path there) {
        try {
            Files.delete(Files.createTempFile(there, ".tributary-doctor-", ""));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
