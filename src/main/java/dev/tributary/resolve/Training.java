package dev.tributary.resolve;

import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Field;
import dev.tributary.match.Weights;
import dev.tributary.match.Weights.FieldWeights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns m, how often the records of one person agree, from pairs of which nobody said what they are: by expectation maximisation
 * (Dempster, Laird and Rubin 1977; for this model Winkler 1988). u is not learned but counted. Each kind of key is a session of its
 * own that learns nothing of the fields that the key is made of, in which its pairs agree anyway, as Splink does.
 */
final class Training {

    private static final int ROUNDS = 50;
    private static final double CLOSE_ENOUGH = 1e-5;

    /** So many pairs the weights of the file are worth, so that no probability becomes 0 or 1. */
    private static final double WORTH_OF_FILE = 20;

    private final Map<Keys.Kind, Map<Agreements, Integer>> sessions = new EnumMap<>(Keys.Kind.class);

    /** One pair of a block. */
    void add(Keys.Kind kind, Agreements found) {
        sessions.computeIfAbsent(kind, it -> new HashMap<>()).merge(found, 1, Integer::sum);
    }

    /** The weights with m as the pairs teach it, the mean of all sessions by the true pairs that each expects. */
    Weights learned(Weights weights) {
        Map<Field, double[]> expected = new EnumMap<>(Field.class);
        weights.fields().forEach((field, of) -> {
            double[] start = new double[FieldWeights.LEVELS];
            for (int level = 0; level < start.length; level++) {
                start[level] = of.m().get(level) * WORTH_OF_FILE;
            }
            expected.put(field, start);
        });
        sessions.forEach((kind, pairs) -> session(weights, kind.fields(), pairs).forEach((field, counts) -> {
            double[] sum = expected.get(field);
            for (int level = 0; level < counts.length; level++) {
                sum[level] += counts[level];
            }
        }));
        Map<Field, FieldWeights> learned = new EnumMap<>(Field.class);
        weights.fields()
                .forEach((field, of) ->
                        learned.put(field, new FieldWeights(shares(expected.get(field)), of.u(), of.termFrequency())));
        return new Weights(learned, weights.prior());
    }

    /** How many true pairs of a session have each level, of the fields that it can tell of. */
    private static Map<Field, double[]> session(Weights weights, Set<Field> of, Map<Agreements, Integer> pairs) {
        Map<Field, List<Double>> m = new EnumMap<>(Field.class);
        weights.fields().forEach((field, it) -> {
            if (!of.contains(field) && !(field == Field.NAME)) {
                m.put(field, it.m());
            }
        });
        double share = 0.1;
        Map<Field, double[]> counts = new EnumMap<>(Field.class);
        for (int round = 0; round < ROUNDS; round++) {
            counts.clear();
            m.keySet().forEach(field -> counts.put(field, new double[FieldWeights.LEVELS]));
            double trues = 0;
            double all = 0;
            for (Map.Entry<Agreements, Integer> entry : pairs.entrySet()) {
                double odds = share / (1 - share);
                for (Map.Entry<Field, List<Double>> field : m.entrySet()) {
                    Agreement level = entry.getKey().in(field.getKey());
                    if (level != Agreement.UNKNOWN) {
                        odds *= field.getValue().get(level.ordinal())
                                / weights.fields().get(field.getKey()).u().get(level.ordinal());
                    }
                }
                double probability = odds / (1 + odds);
                double weight = Double.isNaN(probability) ? entry.getValue() : probability * entry.getValue();
                trues += weight;
                all += entry.getValue();
                counts.forEach((field, levels) -> {
                    Agreement level = entry.getKey().in(field);
                    if (level != Agreement.UNKNOWN) {
                        levels[level.ordinal()] += weight;
                    }
                });
            }
            double before = share;
            share = Math.min(0.999, Math.max(1e-6, trues / all));
            counts.forEach((field, levels) ->
                    m.put(field, smoothed(levels, weights.fields().get(field).m())));
            if (Math.abs(share - before) < CLOSE_ENOUGH) {
                break;
            }
        }
        return counts;
    }

    private static List<Double> smoothed(double[] counts, List<Double> prior) {
        double[] sums = new double[counts.length];
        for (int level = 0; level < sums.length; level++) {
            sums[level] = counts[level] + prior.get(level) * WORTH_OF_FILE;
        }
        return shares(sums);
    }

    private static List<Double> shares(double[] counts) {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        List<Double> shares = new ArrayList<>(counts.length);
        for (double count : counts) {
            shares.add(count / total);
        }
        return shares;
    }
}
