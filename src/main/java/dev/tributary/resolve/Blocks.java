package dev.tributary.resolve;

import dev.tributary.match.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is compared with whom: people with a key in common, each pair once. A block of more than {@value #MOST} people is split by a
 * further part of their keys, and what cannot be split any more is left out and counted. Immutable; thread-safe.
 */
final class Blocks {

    /** The number of pairs grows by the square of a block; so many people make 435. */
    static final int MOST = 30;

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
        rows(keys.length).forEach(row -> keys[row] = keys(people.get(row).profile()));
        Splitting splitting = new Splitting(people, keys);
        splitting.split(sorted(keys, rowBits), rowBits);
        return new Blocks(keys, sorted(keys, rowBits), rowBits, splitting.leftOut());
    }

    private static IntStream rows(int count) {
        return IntStream.range(0, count).parallel();
    }

    private static long[] keys(Profile profile) {
        long[] keys = new long[24];
        int[] count = {0};
        Keys.of(profile, key -> {
            if (count[0] < keys.length) {
                keys[count[0]++] = key;
            }
        });
        return Splitting.distinct(Arrays.copyOf(keys, count[0]));
    }

    /** All keys with the place of their person behind, so that those of a block lie together. */
    private static long[] sorted(long[][] keys, int rowBits) {
        int[] starts = new int[keys.length + 1];
        rows(keys.length).forEach(row -> starts[row + 1] = keys[row].length);
        Arrays.parallelPrefix(starts, Integer::sum);
        long[] all = new long[starts[keys.length]];
        rows(keys.length).forEach(row -> {
            int at = starts[row];
            for (long key : keys[row]) {
                all[at++] = key << rowBits | row;
            }
        });
        Arrays.parallelSort(all);
        return all;
    }

    static int end(long[] sorted, int from, int rowBits) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] >>> rowBits == sorted[from] >>> rowBits) {
            to++;
        }
        return to;
    }

    static int row(long entry, int rowBits) {
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
