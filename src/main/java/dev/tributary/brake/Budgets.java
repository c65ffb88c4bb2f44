package dev.tributary.brake;

import dev.tributary.brake.Measured.Rate;
import dev.tributary.definition.Brake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what a run did with what its job allows. Pure. */
final class Budgets {

    private static final int NAMED = 3;

    private final Brake brake;

    Budgets(Brake brake) {
        this.brake = brake;
    }

    /**
     * Why the run is held: which budget, the figures, and the contacts to look at first by their ids; empty where it is within all.
     *
     * @param waiting the runs before it that are held, whose links count together with its own
     */
    Optional<String> whyHeld(Measured measured, List<Long> waiting) {
        List<String> over = over(measured);
        if (over.isEmpty()) {
            return Optional.empty();
        }
        String together = waiting.isEmpty()
                ? ""
                : " Counted together with "
                        + waiting.stream().map(it -> "run " + it).collect(Collectors.joining(", "))
                        + ", which waits too.";
        return Optional.of("Held by the brake: " + String.join("; ", over) + "." + together + look(measured));
    }

    private List<String> over(Measured measured) {
        List<String> over = new ArrayList<>();
        if (measured.linksBefore() >= brake.atLeast()) {
            if (measured.newLinks() >= brake.atLeast() && measured.newLinksShare() > brake.newLinksShare()) {
                over.add(measured.newLinks() + " new links are " + number(measured.newLinksShare()) + "% of the "
                        + measured.linksBefore() + " that stood before (newLinksShare: "
                        + number(brake.newLinksShare()) + "%)");
            }
            if (measured.largestCluster() > brake.largestCluster()) {
                over.add("a contact that grew has " + measured.largestCluster() + " participants (largestCluster: "
                        + brake.largestCluster() + ")");
            }
        }
        Rate before = measured.before();
        if (before != null && before.linked() >= brake.atLeast() && measured.matchRateDrop() > brake.matchRateDrop()) {
            over.add("the share of participants with a contact fell from " + number(before.percent()) + "% to "
                    + number(measured.now().percent()) + "% (matchRateDrop: " + number(brake.matchRateDrop()) + ")");
        }
        return over;
    }

    private static String look(Measured measured) {
        String contacts = measured.riskiest().stream()
                .limit(NAMED)
                .map(it -> it.externalId() + " (" + it.participants() + " participants, " + it.newLinks() + " new)")
                .collect(Collectors.joining(", "));
        return contacts.isEmpty() ? "" : " Look first at contact " + contacts + ".";
    }

    /** With one decimal where it has one. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
