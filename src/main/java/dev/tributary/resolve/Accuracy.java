package dev.tributary.resolve;

import dev.tributary.resolve.Resolution.Member;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How right a resolution is, by pairs of people: of those that it made, how many are true, and of those that are true, how many it
 * made.
 *
 * @param truePairs that the truth has
 * @param foundPairs that the resolution made
 * @param rightPairs that are both
 */
public record Accuracy(long truePairs, long foundPairs, long rightPairs) {

    /**
     * Compares members with what is known of them.
     *
     * @param truth by a person's id, what is the same for all who are one; who has none is alone
     */
    public static Accuracy of(List<Member> members, Map<String, String> truth) {
        Map<String, Integer> numbers = new HashMap<>();
        long[] ofTruth = new long[members.size()];
        long[] ofClusters = new long[members.size()];
        long[] ofBoth = new long[members.size()];
        int alone = 0;
        for (int i = 0; i < ofTruth.length; i++) {
            Member member = members.get(i);
            String known = truth.get(member.person().id());
            int number = known == null ? --alone : numbers.computeIfAbsent(known, it -> numbers.size());
            ofTruth[i] = number;
            ofClusters[i] = member.cluster();
            ofBoth[i] = (long) member.cluster() << 32 | number & 0xFFFF_FFFFL;
        }
        return new Accuracy(pairs(ofTruth), pairs(ofClusters), pairs(ofBoth));
    }

    /** How many pairs have the same number. */
    private static long pairs(long[] groups) {
        Arrays.sort(groups);
        long pairs = 0;
        int begin = 0;
        for (int i = 1; i <= groups.length; i++) {
            if (i == groups.length || groups[i] != groups[begin]) {
                pairs += (long) (i - begin) * (i - begin - 1) / 2;
                begin = i;
            }
        }
        return pairs;
    }

    /** From 0 to 1; null where it made no pairs. */
    public @Nullable Double precision() {
        return foundPairs == 0 ? null : (double) rightPairs / foundPairs;
    }

    /** From 0 to 1; null where there are no true pairs. */
    public @Nullable Double recall() {
        return truePairs == 0 ? null : (double) rightPairs / truePairs;
    }

    /** The harmonic mean of precision and recall; null where there is neither a pair nor a true one. */
    public @Nullable Double f1() {
        return foundPairs + truePairs == 0 ? null : 2.0 * rightPairs / (foundPairs + truePairs);
    }
}
