package dev.tributary.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Splits blocks that are too large: their people get keys with a further part each, until few enough share one. Works on the keys in
 * place; each block touches its own keys only, so many can be split at a time.
 */
final class Splitting {

    /** No key has it: its highest bit is never set. */
    private static final long GONE = -1;

    private final List<Person> people;
    private final long[][] keys;
    private final AtomicInteger leftOut = new AtomicInteger();

    /** @param keys of each person, in rising order */
    Splitting(List<Person> people, long[][] keys) {
        this.people = people;
        this.keys = keys;
    }

    /** Blocks that could not be split any more, whose keys are gone. */
    int leftOut() {
        return leftOut.get();
    }

    /** @param sorted all keys with the places of their people behind them */
    void split(long[] sorted, int rowBits) {
        List<Block> large = new ArrayList<>();
        BitSet touched = new BitSet(keys.length);
        for (int from = 0; from < sorted.length; ) {
            int to = Blocks.end(sorted, from, rowBits);
            if (to - from > Blocks.MOST) {
                int[] rows = new int[to - from];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = Blocks.row(sorted[from + i], rowBits);
                    touched.set(rows[i]);
                }
                large.add(new Block(whole(sorted[from] >>> rowBits, rowBits, rows[0]), rows));
            }
            from = to;
        }
        large.parallelStream().forEach(block -> split(block, 0));
        touched.stream().parallel().forEach(row -> keys[row] = distinct(keys[row]));
    }

    /** The key of a person that begins a block; the block knows it without its highest bits. */
    private long whole(long block, int rowBits, int row) {
        return Arrays.stream(keys[row])
                .filter(key -> key << rowBits >>> rowBits == block)
                .findFirst()
                .orElse(GONE);
    }

    private void split(Block block, int by) {
        if (block.rows().length <= Blocks.MOST) {
            return;
        }
        boolean isLast = by == Keys.SPLITS;
        leftOut.addAndGet(isLast ? 1 : 0);
        Map<Long, List<Integer>> parts = new TreeMap<>();
        for (int row : block.rows()) {
            long key = isLast ? GONE : Keys.split(block.key(), people.get(row).profile(), by);
            replace(keys[row], block.key(), key);
            parts.computeIfAbsent(key, it -> new ArrayList<>()).add(row);
        }
        if (!isLast) {
            parts.forEach((key, rows) ->
                    split(new Block(key, rows.stream().mapToInt(it -> it).toArray()), by + 1));
        }
    }

    private static void replace(long[] keys, long key, long by) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                keys[i] = by;
            }
        }
    }

    /** In rising order, each once, without those that are gone. */
    static long[] distinct(long[] keys) {
        Arrays.sort(keys);
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != GONE && (count == 0 || keys[i] != keys[count - 1])) {
                keys[count++] = keys[i];
            }
        }
        return count == keys.length ? keys : Arrays.copyOf(keys, count);
    }

    private record Block(long key, int[] rows) {}
}
