package dev.tributary.resolve;

import dev.tributary.resolve.Resolution.Member;
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
        Map<String, Long> ofTruth = new HashMap<>();
        Map<Integer, Long> ofClusters = new HashMap<>();
        Map<List<Object>, Long> ofBoth = new HashMap<>();
        for (Member member : members) {
            ofClusters.merge(member.cluster(), 1L, Long::sum);
            String known = truth.get(member.person().id());
            if (known != null) {
                ofTruth.merge(known, 1L, Long::sum);
                ofBoth.merge(List.of(member.cluster(), known), 1L, Long::sum);
            }
        }
        return new Accuracy(pairs(ofTruth), pairs(ofClusters), pairs(ofBoth));
    }

    private static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(it -> it * (it - 1) / 2).sum();
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
