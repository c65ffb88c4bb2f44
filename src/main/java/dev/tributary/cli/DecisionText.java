package dev.tributary.cli;

import dev.tributary.review.Decided;
import dev.tributary.timeline.Timelines.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What a decision changed, and how it is taken back. */
final class DecisionText {

    /** The JSON object that each of the deciding commands answers with. */
    private record Answered(
            boolean changed,
            String decision,
            long entriesAdded,
            long entriesRemoved,
            long pointsAdded,
            long pointsRemoved,
            @Nullable String takeBack) {}

    private DecisionText() {}

    /**
     * @param decision what is so now, as a sentence without its full stop
     * @param takeBack the command that takes it back
     */
    static void print(Session session, CommandSpec spec, Decided decided, String decision, String takeBack) {
        Change change = decided.change();
        if (session.isJson()) {
            Answer.json(
                    spec,
                    new Answered(
                            decided.changed(),
                            decision,
                            change.entriesAdded(),
                            change.entriesRemoved(),
                            change.pointsAdded(),
                            change.pointsRemoved(),
                            decided.changed() ? takeBack : null));
        } else if (decided.changed()) {
            Answer.print(spec, String.format("%s.%s%nTake it back with: %s", decision, rows(change), takeBack));
        } else {
            Answer.print(spec, "Already so: " + decision + ". Nothing was changed.");
        }
    }

    private static String rows(Change change) {
        List<String> rows = new ArrayList<>();
        add(rows, change.entriesAdded(), "came to a timeline", "message");
        add(rows, change.entriesRemoved(), "left a timeline", "message");
        add(rows, change.pointsAdded(), "learned", "address or number", "addresses and numbers");
        add(rows, change.pointsRemoved(), "forgotten", "address or number", "addresses and numbers");
        return rows.isEmpty() ? " No timeline changed." : " " + String.join(", ", rows) + ".";
    }

    private static void add(List<String> rows, long count, String what, String one) {
        add(rows, count, what, one, one + "s");
    }

    private static void add(List<String> rows, long count, String what, String one, String many) {
        if (count > 0) {
            rows.add(count + " " + (count == 1 ? one : many) + " " + what);
        }
    }
}
