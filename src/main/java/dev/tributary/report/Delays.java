package dev.tributary.report;

import java.util.Arrays;

/** Many durations in seconds, kept in four bytes each. */
final class Delays {

    private int[] seconds = new int[64];
    private int size;

    void add(long delay) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size + (size >> 1));
        }
        seconds[size++] = (int) Math.min(delay, Integer.MAX_VALUE);
    }

    int size() {
        return size;
    }

    int within(int limit) {
        int within = 0;
        for (int i = 0; i < size; i++) {
            if (seconds[i] <= limit) {
                within++;
            }
        }
        return within;
    }

    /**
     * The percentile by nearest rank: the smallest duration that at least {@code percent} of a hundred do not exceed.
     *
     * @throws IllegalStateException where there is no duration
     */
    int percentile(int percent) {
        if (size == 0) {
            throw new IllegalStateException("No percentile of nothing");
        }
        Arrays.sort(seconds, 0, size);
        long rank = ((long) percent * size + 99) / 100;
        return seconds[(int) Math.max(rank, 1) - 1];
    }
}
