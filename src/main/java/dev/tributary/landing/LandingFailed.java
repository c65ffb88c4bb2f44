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

    /** The message of an exception names files, and a file may be named after a person. */
    private static String reason(IOException cause) {
        return cause instanceof FileSystemException onDisk && onDisk.getReason() != null
                ? onDisk.getReason()
                : cause.getClass().getSimpleName();
    }
}
