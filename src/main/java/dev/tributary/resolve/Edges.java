package dev.tributary.resolve;

import java.util.Arrays;

/**
 * Pairs of people with what was found of them, in arrays. Not thread-safe.
 *
 * <p>The verdict is the place of a rule, or one of the constants of {@link Resolver}.
 */
final class Edges {

    private long[] pairs = new long[64];
    private double[] probabilities = new double[64];
    private int[] verdicts = new int[64];
    private int count;

    void add(int one, int other, double probability, int verdict) {
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
            probabilities = Arrays.copyOf(probabilities, count * 2);
            verdicts = Arrays.copyOf(verdicts, count * 2);
        }
        pairs[count] = (long) Math.min(one, other) << 32 | Math.max(one, other);
        probabilities[count] = probability;
        verdicts[count++] = verdict;
    }

    void addAll(Edges others) {
        for (int i = 0; i < others.count; i++) {
            add(others.one(i), others.other(i), others.probability(i), others.verdict(i));
        }
    }

    int count() {
        return count;
    }

    int one(int edge) {
        return (int) (pairs[edge] >>> 32);
    }

    int other(int edge) {
        return (int) pairs[edge];
    }

    double probability(int edge) {
        return probabilities[edge];
    }

    int verdict(int edge) {
        return verdicts[edge];
    }

    /** The places of the edges, the strongest first; of equals that of the lesser pair. */
    int[] strongestFirst() {
        return Arrays.stream(boxed()).mapToInt(it -> it).toArray();
    }

    private Integer[] boxed() {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(order, (a, b) -> {
            int byProbability = Double.compare(probabilities[b], probabilities[a]);
            return byProbability != 0 ? byProbability : Long.compare(pairs[a], pairs[b]);
        });
        return order;
    }
}
