package dev.tributary.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Values in portions that are short enough for MySQL to ask an index about each, as in {@link dev.tributary.due.Due}. */
final class Portions {

    private static final int LARGEST = 199;

    private Portions() {}

    static <T> List<List<T>> of(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            portions.add(all.subList(from, Math.min(from + LARGEST, all.size())));
        }
        return portions;
    }

    /** As many question marks as a portion has values. */
    static String marks(List<?> portion) {
        return "?, ".repeat(portion.size() - 1) + "?";
    }
}
