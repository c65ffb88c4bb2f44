package dev.tributary.stage;

import java.time.LocalDateTime;
import java.util.Comparator;

/**
 * Which of several versions of a message stands, whatever order they come in: of one source the latest, and of equally late ones
 * the one it gave last. Of several sources the account's own goes before a suite that reports on it; then the latest; then that of
 * the source whose name comes first.
 *
 * @param own whether it was read from the account itself
 */
record Version(boolean own, LocalDateTime at, String source, long segment, long line) implements Comparable<Version> {

    private static final Comparator<Version> OF_ONE_SOURCE = Comparator.comparing(Version::at)
            .thenComparingLong(Version::segment)
            .thenComparingLong(Version::line);

    private static final Comparator<Version> OF_SEVERAL = Comparator.comparing(Version::own)
            .thenComparing(Version::at)
            .thenComparing(Version::source, Comparator.reverseOrder());

    @Override
    public int compareTo(Version other) {
        return (source.equals(other.source) ? OF_ONE_SOURCE : OF_SEVERAL).compare(this, other);
    }
}
