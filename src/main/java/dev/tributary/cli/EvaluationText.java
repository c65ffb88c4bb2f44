package dev.tributary.cli;

import dev.tributary.evaluate.Evaluation;
import dev.tributary.evaluate.LinkScores;
import dev.tributary.evaluate.Score;
import dev.tributary.report.RunSummary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How right a home is, as a person reads it in a terminal. */
final class EvaluationText {

    private EvaluationText() {}

    static String of(RunSummary summary, Evaluation evaluation) {
        LinkScores links = evaluation.links();
        StringBuilder text = new StringBuilder(equation(summary))
                .append(String.format(
                        "%n%-40s %9s %9s %9s %9s %9s%n", "", "truth", "found", "right", "precision", "recall"))
                .append(line("links, of all the truth", links.all()))
                .append(line("links, of what the data can prove", links.provable()));
        if (evaluation.duplicates() != null) {
            text.append(line(
                            "duplicates that tell one id",
                            evaluation.duplicates().proved()))
                    .append(line(
                            "duplicates that only the words tell",
                            evaluation.duplicates().suggested()));
        }
        return text.append(String.format(
                        "%nOf what the data can prove, %d wait for a person. The truth tells of %d participants, %d of them not in the"
                                + " database.%nLinks of others: %d",
                        links.asked(), links.participants(), links.unseen(), links.beyond()))
                .toString();
    }

    private static String equation(RunSummary summary) {
        RunSummary.Source it = summary.total();
        return String.format(
                "Run %d: %d read = %d new + %d updated + %d unchanged + %d duplicate + %d filtered + %d suppressed"
                        + " + %d quarantined%s%n",
                summary.run(),
                it.read(),
                it.added(),
                it.updated(),
                it.unchanged(),
                it.duplicate(),
                it.filtered(),
                it.suppressed(),
                it.quarantined(),
                summary.balances() ? "" : ", which DOES NOT BALANCE");
    }

    private static String line(String what, Score it) {
        return String.format(
                "%-40s %9d %9d %9d %9s %9s%n",
                what, it.truth(), it.found(), it.right(), share(it.precision()), share(it.recall()));
    }

    private static String share(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.4f", share);
    }
}
