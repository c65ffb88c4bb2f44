package dev.tributary.doctor;

/** Bytes as people read them. */
final class Sizes {

    private static final long GIGA = 1L << 30;
    private static final long MEGA = 1L << 20;

    private Sizes() {}

    /** Rounded down to whole GB, or to whole MB below one. */
    static String text(long bytes) {
        return bytes >= GIGA ? bytes / GIGA + " GB" : bytes / MEGA + " MB";
    }
}
