package dev.tributary.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file on this machine that a source means.
 *
 * @param name relative to the folder that the source names, with slashes
 * @param modified when its words, its name or its rights changed, which nobody sets back ({@code st_ctime} of POSIX); of systems that do
 *     not tell, when it was written. Null where it could not be asked for
 */
record MatchingFile(
        SourceRun run,
        Path file,
        String name,
        long bytes,
        @Nullable Instant modified) implements KeptFile {

    /** As it is now. One that cannot be looked at is told by whoever reads it. */
    static MatchingFile of(SourceRun run, Path file, String name) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        String time = posix ? "ctime" : "lastModifiedTime";
        try {
            Map<String, Object> seen = Files.readAttributes(file, posix ? "unix:size," + time : "size," + time);
            return new MatchingFile(run, file, name, (Long) seen.get("size"), ((FileTime) seen.get(time)).toInstant());
        } catch (IOException unreadable) {
            return new MatchingFile(run, file, name, 0, null);
        }
    }

    @Override
    public String place() {
        return file.toAbsolutePath().toString();
    }

    @Override
    public String toString() {
        return "a file of source " + run.name();
    }
}
