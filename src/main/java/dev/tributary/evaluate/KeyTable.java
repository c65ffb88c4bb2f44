package dev.tributary.evaluate;

import dev.tributary.interaction.NaturalKey;

/** What the truth says of each key, in 25 bytes for each of its slots; it grows by doubling. Not thread-safe. */
final class KeyTable {

    private static final int NOWHERE = -1;
    private static final byte TAKEN = 1;
    private static final byte PROVABLE = 2;

    private long[] high;
    private long[] low;
    private long[] values;
    private byte[] marks;
    private int size;

    KeyTable() {
        this(1 << 10);
    }

    private KeyTable(int slots) {
        high = new long[slots];
        low = new long[slots];
        values = new long[slots];
        marks = new byte[slots];
    }

    /** @return whether the key is new */
    boolean add(NaturalKey key, long value, boolean provable) {
        if (size >= marks.length / 2) {
            grow();
        }
        int slot = slot(key.high(), key.low());
        boolean fresh = marks[slot] == 0;
        if (fresh) {
            put(slot, key.high(), key.low(), value, provable ? TAKEN | PROVABLE : TAKEN);
            size++;
        }
        return fresh;
    }

    private void put(int slot, long ofHigh, long ofLow, long value, byte mark) {
        high[slot] = ofHigh;
        low[slot] = ofLow;
        values[slot] = value;
        marks[slot] = mark;
    }

    private void grow() {
        KeyTable larger = new KeyTable(marks.length * 2);
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] != 0) {
                larger.put(larger.slot(high[i], low[i]), high[i], low[i], values[i], marks[i]);
            }
        }
        high = larger.high;
        low = larger.low;
        values = larger.values;
        marks = larger.marks;
    }

    /** The slot of the key, or the free one that it would have. */
    private int slot(long ofHigh, long ofLow) {
        int slot = (int) ofHigh & marks.length - 1;
        while (marks[slot] != 0 && (high[slot] != ofHigh || low[slot] != ofLow)) {
            slot = slot + 1 & marks.length - 1;
        }
        return slot;
    }

    /** The place of the key, for the questions below; negative where it is not there. */
    int find(NaturalKey key) {
        int slot = slot(key.high(), key.low());
        return marks[slot] == 0 ? NOWHERE : slot;
    }

    long value(int place) {
        return values[place];
    }

    boolean isProvable(int place) {
        return (marks[place] & PROVABLE) != 0;
    }

    int size() {
        return size;
    }
}
