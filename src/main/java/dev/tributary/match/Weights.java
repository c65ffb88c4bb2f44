package dev.tributary.match;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much agreements tell, by Fellegi and Sunter ("A Theory for Record Linkage", 1969). Immutable.
 *
 * @param fields those of which agreement tells anything
 * @param prior the probability that two people of a list who are taken by chance are one; null where the list's own length is
 *     to tell: then each is expected once more
 */
public record Weights(
        Map<Field, FieldWeights> fields, @Nullable Double prior) {

    public static final Weights NONE = new Weights(Map.of(), null);

    /**
     * The four probabilities of SAME, CLOSE, SIMILAR and DIFFERENT where both sides are known.
     *
     * @param m among pairs that are one person; they sum to 1
     * @param u among pairs that are not; they sum to 1
     * @param termFrequency whether a rare value tells more than a common one
     */
    public record FieldWeights(List<Double> m, List<Double> u, boolean termFrequency) {

        /** How many levels carry a weight. */
        public static final int LEVELS = 4;

        /** @throws IllegalArgumentException where there are not four of each, all above 0 */
        public FieldWeights {
            m = List.copyOf(m);
            u = List.copyOf(u);
            if (m.size() != LEVELS || u.size() != LEVELS || !areAboveZero(m) || !areAboveZero(u)) {
                throw new IllegalArgumentException("weights are four probabilities above 0 each");
            }
        }

        private static boolean areAboveZero(List<Double> probabilities) {
            return probabilities.stream().allMatch(it -> it > 0);
        }

        /** The evidence of an agreement in bits, log2(m/u): above 0 for, below 0 against; 0 for UNKNOWN. */
        public double bits(Agreement agreement) {
            int level = agreement.ordinal();
            return level >= LEVELS ? 0 : Math.log(m.get(level) / u.get(level)) / Math.log(2);
        }
    }

    public Weights {
        fields = fields.isEmpty() ? Map.of() : new EnumMap<>(fields);
    }
}
