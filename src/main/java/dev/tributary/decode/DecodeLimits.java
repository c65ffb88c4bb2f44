package dev.tributary.decode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a foreign file is taken in. What is more is refused with its reason, and the rest goes on.
 *
 * @param largestRecord the largest single record, in bytes of the decompressed file
 * @param largestExpansion the most bytes that one compressed file may expand to
 * @param expansionRatio the most that a compressed entry may grow, as a factor
 * @param depth the deepest nesting of a record
 * @param entries the most entries that an archive may have
 */
@ConfigurationProperties("tributary.decode")
public record DecodeLimits(
        @DefaultValue("32MB") DataSize largestRecord,
        @DefaultValue("8GB") DataSize largestExpansion,
        @DefaultValue("200") int expansionRatio,
        @DefaultValue("200") int depth,
        @DefaultValue("100000") int entries) {

    public static final DecodeLimits DEFAULT =
            new DecodeLimits(DataSize.ofMegabytes(32), DataSize.ofGigabytes(8), 200, 200, 100_000);

    public DecodeLimits {
        between(DataSize.ofBytes(1), DataSize.ofGigabytes(1), "largest-record", largestRecord);
        between(DataSize.ofBytes(1), DataSize.ofTerabytes(1), "largest-expansion", largestExpansion);
        between(2, 10_000, "expansion-ratio", expansionRatio);
        between(10, 500, "depth", depth); // the stack of a thread has an end
        between(1, 10_000_000, "entries", entries);
    }

    private static <T extends Comparable<T>> void between(T least, T most, String key, T value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "tributary.decode." + key + " is " + value + ", but must be from " + least + " to " + most);
        }
    }

    long recordBytes() {
        return largestRecord.toBytes();
    }

    long expandedBytes() {
        return largestExpansion.toBytes();
    }
}
