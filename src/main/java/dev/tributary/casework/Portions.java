package dev.tributary.casework;

import java.util.ArrayList;
import java.util.List;

/** Lists in portions that fit into one statement. */
final class Portions {

    static final int LARGEST = 500;

    private Portions() {}

    static <T> List<List<T>> of(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            portions.add(all.subList(from, Math.min(from + LARGEST, all.size())));
        }
        return portions;
    }
}
