package dev.tributary.resolve;

import dev.tributary.match.Agreement;
import dev.tributary.match.Agreements;
import dev.tributary.match.Comparison;
import dev.tributary.match.Field;
import dev.tributary.match.Profile;
import dev.tributary.match.Scorer;
import dev.tributary.match.Weights;
import dev.tributary.match.Weights.FieldWeights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Counts how often strangers agree, u, on pairs of a list that are taken by chance. */
final class Frequencies {

    private static final int PAIRS = 100_000;
    private static final int PAIRS_OF_A_PERSON = 20;

    /** So many pairs the weights of the file are worth: a short list tells little by itself. */
    private static final double WORTH_OF_FILE = 2_000;

    private Frequencies() {}

    /** The weights with u as it is on this list. The same list in the same order gives the same. */
    static Weights counted(Weights weights, List<Person> people) {
        if (people.size() < 2) {
            return weights;
        }
        Map<Field, double[]> counts = counts(weights, people);
        Map<Field, FieldWeights> counted = new EnumMap<>(Field.class);
        weights.fields().forEach((field, of) -> {
            double[] found = counts.get(field);
            double total = WORTH_OF_FILE;
            for (double count : found) {
                total += count;
            }
            List<Double> u = new ArrayList<>();
            for (int level = 0; level < found.length; level++) {
                u.add((of.u().get(level) * WORTH_OF_FILE + found[level]) / total);
            }
            counted.put(field, new FieldWeights(of.m(), u, of.termFrequency()));
        });
        return new Weights(counted, weights.prior());
    }

    private static Map<Field, double[]> counts(Weights weights, List<Person> people) {
        Map<Field, double[]> counts = new EnumMap<>(Field.class);
        weights.fields().keySet().forEach(field -> counts.put(field, new double[FieldWeights.LEVELS]));
        Scorer scorer = new Scorer(weights, people.size());
        SplittableRandom random = new SplittableRandom(people.size());
        for (int i = 0; i < Math.min(PAIRS, people.size() * PAIRS_OF_A_PERSON); i++) {
            Profile one = people.get(random.nextInt(people.size())).profile();
            Profile other = people.get(random.nextInt(people.size())).profile();
            if (one == other) {
                continue;
            }
            Agreements found = Comparison.of(one, other);
            // in a short list duplicates would meet by chance too often to be taken for strangers
            if (scorer.probability(found, one, other) < 0.5) {
                counts.forEach((field, of) -> {
                    Agreement agreement = found.in(field);
                    if (agreement != Agreement.UNKNOWN) {
                        of[agreement.ordinal()]++;
                    }
                });
            }
        }
        return counts;
    }
}
