package dev.tributary.report;

import dev.tributary.interaction.NaturalKey;
import java.util.List;
import java.util.stream.LongStream;

/** All keys from the first to the last of them. */
record KeyRange(NaturalKey first, NaturalKey last) {

    private static final long LARGEST = -1;

    /** All keys there are, in ranges of one length: keys are hashes, so that about as much lies in each. */
    static List<KeyRange> split(long ranges) {
        long length = Long.divideUnsigned(LARGEST, ranges);
        return LongStream.range(0, ranges)
                .mapToObj(number -> new KeyRange(
                        new NaturalKey(number * length, 0),
                        new NaturalKey(number == ranges - 1 ? LARGEST : (number + 1) * length - 1, LARGEST)))
                .toList();
    }
}
