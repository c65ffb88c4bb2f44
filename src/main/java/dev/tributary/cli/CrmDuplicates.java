package dev.tributary.cli;

import dev.tributary.duplicate.ContactDuplicates;
import dev.tributary.duplicate.Duplicate;
import dev.tributary.duplicate.DuplicateFile;
import dev.tributary.match.MatchOutcome;
import dev.tributary.review.By;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The half of {@code contacts dedupe} that works on the contacts of the CRM. */
final class CrmDuplicates {

    private static final int SHOWN = 20;

    @Option(
            names = "--apply",
            description = {
                "Merge those contacts of the CRM whom a rule marked 'automatic: true' takes for one. The rows of the CRM stay",
                "as they are; 'tributary unmerge' takes a merge back."
            })
    private boolean apply;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "100",
            description = "With --apply: where more would be merged at once, nothing is (default: ${DEFAULT-VALUE}).")
    private int most;

    @Mixin
    private Deciding deciding;

    @SuppressWarnings("NullAway.Init")
    CrmDuplicates() {}

    boolean isApplied() {
        return apply;
    }

    int dedupe(Session session, CommandSpec spec, @Nullable Path out) {
        By by = deciding.by();
        return session.with(application -> {
            ContactDuplicates duplicates = application.getBean(ContactDuplicates.class);
            ContactDuplicates.Result result = apply ? duplicates.merge(most, by) : duplicates.propose();
            if (apply) {
                Trail.decision(application, by.actor(), "contacts dedupe --apply, merged " + result.merged());
            }
            if (out != null) {
                DuplicateFile.write(result.duplicates(), out);
            }
            if (session.isJson()) {
                Answer.json(spec, result);
            } else {
                Answer.print(spec, text(result));
            }
            return result.held() == null ? ExitCode.COMPLETED : ExitCode.HELD;
        });
    }

    private String text(ContactDuplicates.Result result) {
        List<Duplicate> duplicates = result.duplicates();
        long sure = duplicates.stream()
                .filter(it -> it.outcome() == MatchOutcome.MATCH)
                .count();
        StringBuilder text = new StringBuilder();
        if (result.held() != null) {
            text.append(String.format(
                    "Held: %s. Nothing was merged; look at the pairs, then allow it with --most.%n", result.held()));
        }
        text.append(String.format(
                "%d contacts, %d pairs compared: %d merged, %d pairs are a MATCH and %d a POSSIBLE_MATCH for a person to decide.",
                result.contacts(), result.compared(), result.merged(), sure, duplicates.size() - sure));
        duplicates.stream().limit(SHOWN).forEach(it -> text.append(String.format("%n  %s", line(it))));
        if (duplicates.size() > SHOWN) {
            text.append(String.format("%n  … and %d more; --out FILE writes all of them", duplicates.size() - SHOWN));
        }
        if (!duplicates.isEmpty()) {
            Duplicate first = duplicates.get(0);
            text.append(String.format(
                    "%nNext: tributary explain %s, then tributary merge %s %s",
                    first.first(), first.second(), first.first()));
        }
        return text.toString();
    }

    private static String line(Duplicate it) {
        return String.format(
                Locale.ROOT,
                "%-14s %s and %s, %.1f %%, %s: %s%s",
                it.outcome(),
                it.first(),
                it.second(),
                100 * it.confidence(),
                it.rule(),
                it.agreement(),
                it.refused() == null
                        ? ""
                        : "; not joined: "
                                + it.refused().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
