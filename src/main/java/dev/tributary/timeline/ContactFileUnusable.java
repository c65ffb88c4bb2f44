package dev.tributary.timeline;

import java.nio.file.Path;

/** The file is none that contacts can be read from; the message says why and what would be right. */
public final class ContactFileUnusable extends RuntimeException {
    ContactFileUnusable(Path file, String why) {
        super(file + " " + why);
    }
}
