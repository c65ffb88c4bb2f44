package dev.tributary.decode;

/**
 * How much of a foreign file is taken in.
 *
 * @param recordBytes the largest single record, in bytes of the decompressed file
 * @param expandedBytes the most that one compressed file may expand to, in bytes
 * @param expansionRatio the most that a compressed entry may grow, as a factor
 * @param depth the deepest nesting of a record
 * @param entries the most entries that an archive may have
 */
public record DecodeLimits(long recordBytes, long expandedBytes, int expansionRatio, int depth, int entries) {

    public static final DecodeLimits DEFAULT = new DecodeLimits(32L << 20, 8L << 30, 200, 200, 100_000);
}
