package dev.tributary.report;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many durations in seconds, kept in four bytes each. */
final class Delays {

    private static final int MOST_OF_A_PART = 10_000;

    private int[] seconds = new int[64];
    private int size;

    void add(long delay) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size + (size >> 1));
        }
        seconds[size++] = (int) Math.min(delay, Integer.MAX_VALUE);
    }

    /** Adds what {@link #parts} gave. */
    void addAll(byte[] part) {
        IntBuffer more = ByteBuffer.wrap(part).asIntBuffer();
        while (more.hasRemaining()) {
            add(more.get());
        }
    }

    /** All of them, the shortest first, four bytes each, the most significant first, in parts of 40,000 bytes at most. */
    List<byte[]> parts() {
        Arrays.sort(seconds, 0, size);
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < size; from += MOST_OF_A_PART) {
            int length = Math.min(MOST_OF_A_PART, size - from);
            ByteBuffer part = ByteBuffer.allocate(length * Integer.BYTES);
            part.asIntBuffer().put(seconds, from, length);
            parts.add(part.array());
        }
        return parts;
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
