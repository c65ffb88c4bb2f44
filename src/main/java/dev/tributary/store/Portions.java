package dev.tributary.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Values in portions for lists of a statement. MySQL asks an index how much it holds of each value of a list that is shorter than 200; of a
 * longer one it takes the mean, which of a column that is empty nearly everywhere is the whole table.
 */
public final class Portions {

    /** So many values a portion has at most. */
    public static final int LARGEST = 199;

    private Portions() {}

    /** In the order in which they are given. */
    public static <T> List<List<T>> of(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            portions.add(all.subList(from, Math.min(from + LARGEST, all.size())));
        }
        return portions;
    }

    /** Each once, from the least. */
    public static <T extends Comparable<T>> List<List<T>> sorted(Collection<T> values) {
        return of(values.stream().distinct().sorted().toList());
    }

    /** As many question marks as a portion has values, of which there is one at least. */
    public static String marks(Collection<?> portion) {
        return "?, ".repeat(portion.size() - 1) + "?";
    }
}
