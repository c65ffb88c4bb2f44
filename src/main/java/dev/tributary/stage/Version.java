package dev.tributary.stage;

import java.time.LocalDateTime;
import java.util.Comparator;

/**
 * Which of several versions of a message stands, whatever order they come in: the latest; of equally late ones that of the source
 * whose name comes first; of one source the one it gave last.
 */
record Version(LocalDateTime at, String source, long segment, long line) implements Comparable<Version> {

    private static final Comparator<Version> ORDER = Comparator.comparing(Version::at)
            .thenComparing(Version::source, Comparator.reverseOrder())
            .thenComparingLong(Version::segment)
            .thenComparingLong(Version::line);

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
