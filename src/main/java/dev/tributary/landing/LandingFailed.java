package dev.tributary.landing;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** The landing folder cannot be written: no source's fault, and nothing can go on. */
public final class LandingFailed extends RuntimeException {

    LandingFailed(String source, IOException cause) {
        super("The landing folder of source " + source + " cannot be written (" + reason(cause)
                + "); see whether the disk is full and who owns the folder");
        initCause(cause);
    }

    /**
     * The message of an exception names files, and a file may be named after a person; that of a write is the operating system's own,
     * such as "No space left on device", and names none.
     */
    private static String reason(IOException cause) {
        if (cause instanceof FileSystemException onDisk && onDisk.getReason() != null) {
            return onDisk.getReason();
        }
        String message = cause.getMessage();
        boolean ofTheSystem = cause.getClass() == IOException.class && message != null && !message.contains("/");
        return ofTheSystem ? message : cause.getClass().getSimpleName();
    }
}
