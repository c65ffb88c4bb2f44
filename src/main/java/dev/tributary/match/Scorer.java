package dev.tributary.match;

import dev.tributary.match.Weights.FieldWeights;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The probability that two people are one, by the weights of Fellegi and Sunter and the frequencies of the values of one list.
 * Thread-safe.
 *
 * <p>A value that agrees tells more the rarer it is: in place of the probability that any two strangers agree, u, stands that two
 * agree in this value, its frequency (Winkler 1989; "term frequency adjustments" of Splink). Evidence that comes together counts
 * once: of street, postcode and city the strongest agreement counts whole, and the others by a third. The whole name counts only
 * where given and family name are not known on both sides.
 */
public final class Scorer {

    private static final Field[] ADDRESS = {Field.STREET, Field.POSTCODE, Field.CITY};
    private static final double OF_WHAT_FOLLOWS = 1.0 / 3;

    /** So many people the weights are worth where a frequency is reckoned: in a short list every value is common. */
    private static final double WORTH_OF_WEIGHTS = 500;

    private final double[][] bits = new double[Field.all().length][];
    private final boolean[] byFrequency = new boolean[Field.all().length];
    private final double[] strangersAgree = new double[Field.all().length];
    private final double priorBits;
    private final int people;

    /** @param people how many the list has, whose vocabulary counted them; 0 where frequencies are not known */
    public Scorer(Weights weights, int people) {
        this.people = people;
        Double prior = weights.prior();
        double expected = prior == null ? 1.0 / Math.max(2, people) : prior;
        priorBits = log2(expected / (1 - expected));
        for (Map.Entry<Field, FieldWeights> entry : weights.fields().entrySet()) {
            int field = entry.getKey().ordinal();
            FieldWeights of = entry.getValue();
            bits[field] = new double[FieldWeights.LEVELS];
            for (int level = 0; level < FieldWeights.LEVELS; level++) {
                bits[field][level] = of.bits(Agreement.at(level));
            }
            byFrequency[field] = of.termFrequency();
            strangersAgree[field] = of.u().get(0);
        }
    }

    /** From 0 to 1. */
    public double probability(Agreements found, Profile one, Profile other) {
        return 1 / (1 + Math.pow(2, -(priorBits + bits(found, one, other))));
    }

    /** The evidence of all fields in bits, without what is expected before: above 0 for, below 0 against. */
    public double bits(Agreements found, Profile one, Profile other) {
        double sum = 0;
        boolean isNameInParts =
                found.in(Field.GIVEN) != Agreement.UNKNOWN || found.in(Field.FAMILY) != Agreement.UNKNOWN;
        for (Field field : Field.all()) {
            boolean counts = switch (field) {
                case NAME -> !isNameInParts;
                case STREET, POSTCODE, CITY -> false;
                default -> true;
            };
            if (counts) {
                sum += bits(field, found, one, other);
            }
        }
        return sum + address(found, one, other);
    }

    private double address(Agreements found, Profile one, Profile other) {
        double strongest = 0;
        double positive = 0;
        double negative = 0;
        for (Field field : ADDRESS) {
            double of = bits(field, found, one, other);
            strongest = Math.max(strongest, of);
            positive += Math.max(0, of);
            negative += Math.min(0, of);
        }
        return strongest + (positive - strongest) * OF_WHAT_FOLLOWS + negative;
    }

    /** The evidence of one field in bits; 0 where it has no weights, or one side is blank. */
    public double bits(Field field, Agreements found, Profile one, Profile other) {
        double[] ofField = bits[field.ordinal()];
        Agreement agreement = found.in(field);
        if (ofField == null || agreement == Agreement.UNKNOWN) {
            return 0;
        }
        double plain = ofField[agreement.ordinal()];
        if (agreement != Agreement.SAME || !byFrequency[field.ordinal()] || people == 0) {
            return plain;
        }
        Term shared = rarestShared(field, one, other);
        if (shared == null || shared.carriers() == 0) {
            return plain;
        }
        double expected = strangersAgree[field.ordinal()];
        double frequency =
                (Math.max(2.0, shared.carriers()) + expected * WORTH_OF_WEIGHTS) / (people + WORTH_OF_WEIGHTS);
        return plain + log2(expected / frequency);
    }

    private static @Nullable Term rarestShared(Field field, Profile one, Profile other) {
        Term rarest = null;
        for (Term term : one.terms(field)) {
            for (Term of : other.terms(field)) {
                if (term.equalsText(of) && (rarest == null || term.carriers() < rarest.carriers())) {
                    rarest = term;
                }
            }
        }
        return rarest;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
