package dev.tributary.resolve;

import dev.tributary.match.Profile;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who is compared with whom: people with a key in common, each pair once. A block of more than {@value #MOST} people is split by a
 * further part of their keys, and what cannot be split any more is left out and counted. Immutable; thread-safe.
 */
final class Blocks {

    /** The number of pairs grows by the square of a block; so many people make 1,770. */
    static final int MOST = 60;

    /** Takes two places in the list, and one key that they have in common. */
    @FunctionalInterface
    interface Pairs {
        void accept(int one, int other, Keys.Kind kind);
    }

    private final long[][] keys;
    private final long[] sorted;
    private final int rowBits;
    private final int leftOut;

    private Blocks(long[][] keys, long[] sorted, int rowBits, int leftOut) {
        this.keys = keys;
        this.sorted = sorted;
        this.rowBits = rowBits;
        this.leftOut = leftOut;
    }

    static Blocks of(List<Person> people) {
        int rowBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, people.size() - 1)));
        long[][] keys = new long[people.size()][];
        IntStream.range(0, keys.length)
                .parallel()
                .forEach(row -> keys[row] = keys(people.get(row).profile()));
        Set<Long> large = large(keys, rowBits);
        for (int by = 0; by < Keys.SPLITS && !large.isEmpty(); by++) {
            Set<Long> splitting = large;
            int part = by;
            IntStream.range(0, keys.length)
                    .parallel()
                    .forEach(row -> split(keys, row, splitting, people.get(row).profile(), part));
            large = large(keys, rowBits);
        }
        int leftOut = large.size();
        if (leftOut > 0) {
            Set<Long> dropped = large;
            IntStream.range(0, keys.length)
                    .parallel()
                    .forEach(row -> keys[row] = Arrays.stream(keys[row])
                            .filter(key -> !dropped.contains(key))
                            .toArray());
        }
        return new Blocks(keys, sorted(keys, rowBits), rowBits, leftOut);
    }

    private static long[] keys(Profile profile) {
        long[] keys = new long[24];
        int[] count = {0};
        Keys.of(profile, key -> {
            if (count[0] < keys.length) {
                keys[count[0]++] = key;
            }
        });
        return distinct(Arrays.copyOf(keys, count[0]));
    }

    private static long[] distinct(long[] keys) {
        Arrays.sort(keys);
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[count++] = keys[i];
            }
        }
        return count == keys.length ? keys : Arrays.copyOf(keys, count);
    }

    private static void split(long[][] keys, int row, Set<Long> large, Profile profile, int by) {
        long[] own = keys[row];
        boolean changed = false;
        for (int i = 0; i < own.length; i++) {
            if (large.contains(own[i])) {
                own[i] = Keys.split(own[i], profile, by);
                changed = true;
            }
        }
        if (changed) {
            keys[row] = distinct(own);
        }
    }

    /** The keys of blocks that are too large. */
    private static Set<Long> large(long[][] keys, int rowBits) {
        long[] sorted = sorted(keys, rowBits);
        Set<Long> large = new HashSet<>();
        for (int from = 0; from < sorted.length; ) {
            int to = end(sorted, from, rowBits);
            if (to - from > MOST) {
                int row = row(sorted[from], rowBits);
                for (long key : keys[row]) {
                    if (key << rowBits >>> rowBits == sorted[from] >>> rowBits) {
                        large.add(key);
                    }
                }
            }
            from = to;
        }
        return large;
    }

    /** All keys with the place of their person behind, so that those of a block lie together. */
    private static long[] sorted(long[][] keys, int rowBits) {
        int[] starts = new int[keys.length + 1];
        for (int row = 0; row < keys.length; row++) {
            starts[row + 1] = starts[row] + keys[row].length;
        }
        long[] all = new long[starts[keys.length]];
        IntStream.range(0, keys.length).parallel().forEach(row -> {
            int at = starts[row];
            for (long key : keys[row]) {
                all[at++] = key << rowBits | row;
            }
        });
        Arrays.parallelSort(all);
        return all;
    }

    private static int end(long[] sorted, int from, int rowBits) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] >>> rowBits == sorted[from] >>> rowBits) {
            to++;
        }
        return to;
    }

    private static int row(long entry, int rowBits) {
        return (int) (entry & (1L << rowBits) - 1);
    }

    /** Blocks that could not be split any more. */
    int leftOut() {
        return leftOut;
    }

    /** How many entries there are to walk over with {@link #pairs}. */
    int size() {
        return sorted.length;
    }

    /** The pairs of the blocks that begin in a part of the entries; parts that follow each other give each pair once. */
    void pairs(int from, int to, Pairs pairs) {
        int begin = from;
        while (begin > 0 && begin < sorted.length && sameBlock(begin - 1, begin)) {
            begin++;
        }
        while (begin < to) {
            int end = end(sorted, begin, rowBits);
            for (int i = begin; i < end; i++) {
                int one = row(sorted[i], rowBits);
                for (int j = i + 1; j < end; j++) {
                    int other = row(sorted[j], rowBits);
                    if (one != other && isFirstInCommon(sorted[i] >>> rowBits, one, other)) {
                        pairs.accept(one, other, Keys.kind(sorted[i] >>> rowBits));
                    }
                }
            }
            begin = end;
        }
    }

    private boolean sameBlock(int one, int other) {
        return sorted[one] >>> rowBits == sorted[other] >>> rowBits;
    }

    /** Whether no lesser key joins the two: they have met there. */
    private boolean isFirstInCommon(long block, int one, int other) {
        long[] a = keys[one];
        long[] b = keys[other];
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                return a[i] << rowBits >>> rowBits == block;
            }
            if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}
