package dev.tributary.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Ids in portions that fit into one statement. */
final class Batches {

    /** From 200 values on MySQL does not look into an index, but guesses; of a column that is mostly NULL it then reads all rows. */
    static final int LARGEST = 199;

    private Batches() {}

    static List<Collection<Long>> of(Collection<Long> ids) {
        List<Long> all = ids.stream().distinct().sorted().toList();
        List<Collection<Long>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            batches.add(all.subList(from, Math.min(from + LARGEST, all.size())));
        }
        return batches;
    }
}
