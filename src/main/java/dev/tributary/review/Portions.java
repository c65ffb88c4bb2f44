package dev.tributary.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Ids in portions that fit into one statement. */
final class Portions {

    private static final int LARGEST = 500;

    private Portions() {}

    static List<List<Long>> of(Collection<Long> ids) {
        List<Long> all = ids.stream().distinct().sorted().toList();
        List<List<Long>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            portions.add(all.subList(from, Math.min(from + LARGEST, all.size())));
        }
        return portions;
    }
}
