package dev.tributary.generate;

/** Chance that is the same on every machine for the same words: SplitMix64 over a hash of them. Not thread-safe. */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** What is decided about something; two subjects of one thing know nothing of each other. */
    enum Subject {
        PERSON,
        GROUP,
        ENTRY,
        SHOWN,
        EXCHANGE,
        TEXT,
        FATE
    }

    static Chance about(Subject subject, long seed, long one) {
        return about(subject, seed, one, 0);
    }

    static Chance about(Subject subject, long seed, long one, long other) {
        long state = mixed(seed * GOLDEN + subject.ordinal());
        state = mixed(state + one * GOLDEN);
        return new Chance(mixed(state + other * GOLDEN));
    }

    private long next() {
        state += GOLDEN;
        return mixed(state);
    }

    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to just below 1. */
    double part() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (part() * bound);
    }

    boolean percent(double share) {
        return part() * 100 < share;
    }

    <T> T of(T[] values) {
        return values[below(values.length)];
    }

    /** The first ones more often than the last: few names are carried by many. */
    <T> T often(T[] values) {
        double part = part();
        return values[(int) (part * part * values.length)];
    }
}
