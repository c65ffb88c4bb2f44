package dev.tributary.console;

import dev.tributary.interaction.Attachment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is told of a file beside a message. {@code ${@fileWords…}} in the pages. Thread-safe. */
final class FileWords {

    private static final int KILO = 1_000;

    /** Its kind and size, as far as the source tells them: {@code image/jpeg, 120 kB}. */
    public String about(Attachment file) {
        String kind = file.mediaType() == null ? "" : file.mediaType();
        String size = size(file.bytes());
        return kind + (kind.isEmpty() || size.isEmpty() ? "" : ", ") + size;
    }

    private static String size(@Nullable Long bytes) {
        if (bytes == null || bytes < 0) {
            return "";
        }
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        return bytes < KILO * KILO
                ? bytes / KILO + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (KILO * KILO));
    }
}
