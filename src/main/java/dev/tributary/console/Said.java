package dev.tributary.console;

import dev.tributary.review.Decided;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision did, and how it is undone.
 *
 * @param undo where the form that undoes it goes; null where nothing was changed
 * @param fields of that form
 */
public record Said(String text, @Nullable String undo, Map<String, String> fields) implements Serializable {

    static Said of(Decided decided, String what) {
        if (!decided.changed()) {
            return new Said("It was so already: nothing was changed.", null, Map.of());
        }
        return new Said(
                what + "." + messages(decided.change().entriesAdded(), "came to")
                        + messages(decided.change().entriesRemoved(), "left"),
                "",
                Map.of());
    }

    private static String messages(long count, String did) {
        return count == 0 ? "" : " " + count + (count == 1 ? " message " : " messages ") + did + " a timeline.";
    }

    Said undo(String path, Map<String, String> with) {
        return undo == null ? this : new Said(text, path, Map.copyOf(with));
    }
}
