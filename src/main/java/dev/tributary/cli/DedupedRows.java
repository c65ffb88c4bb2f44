package dev.tributary.cli;

import dev.tributary.match.Field;
import dev.tributary.match.Weights.FieldWeights;
import dev.tributary.resolve.Accuracy;
import dev.tributary.resolve.Resolution;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found among the rows of files. Its names are kept: they are the answer in JSON.
 *
 * @param guessed the columns that were known by their names
 * @param blank rows with nothing that could be compared
 * @param refused rows that could not be read
 * @param accuracy null where no column says the truth; so are the three shares that follow from it
 * @param weights null where none were learned
 */
record DedupedRows(
        List<String> columns,
        List<String> guessed,
        Resolution.Figures figures,
        int blank,
        int refused,
        int proposals,
        @Nullable Accuracy accuracy,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double f1,
        @Nullable Map<Field, FieldWeights> weights,
        double seconds) {

    /** The same for people. */
    String text() {
        StringBuilder text = new StringBuilder();
        if (!guessed.isEmpty()) {
            text.append(String.format("Guessed: --map %s%n", String.join(",", guessed)));
        }
        text.append(String.format(
                Locale.ROOT,
                "%d rows, %d pairs compared: %d clusters hold %d duplicates, %d pairs are proposed to a person; %.1f s",
                figures.people(),
                figures.compared(),
                figures.clusters(),
                figures.duplicates(),
                proposals,
                seconds));
        if (blank > 0) {
            text.append(String.format("%n%d rows hold nothing that could be compared; each stays alone.", blank));
        }
        if (figures.blocksLeftOut() > 0) {
            text.append(String.format(
                    "%n%d groups of rows that share a value were too large to be compared by it alone.",
                    figures.blocksLeftOut()));
        }
        if (accuracy != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nprecision %s, recall %s, F1 %s (%d true pairs, %d found, %d of them right)",
                    share(accuracy.precision()),
                    share(accuracy.recall()),
                    share(accuracy.f1()),
                    accuracy.truePairs(),
                    accuracy.foundPairs(),
                    accuracy.rightPairs()));
        }
        if (weights != null) {
            text.append(String.format("%nweights:"));
            weights.forEach((field, of) -> text.append(String.format(
                    "%n  %s: { m: %s, u: %s, termFrequency: %s }",
                    field.word(), shares(of.m()), shares(of.u()), of.termFrequency())));
        }
        if (refused > 0) {
            text.append(String.format("%n%d rows could not be read; the others are in.", refused));
        }
        return text.toString();
    }

    private static String shares(List<Double> shares) {
        return shares.stream()
                .map(it -> String.format(Locale.ROOT, "%.4g", it))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String share(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.4f", share);
    }
}
