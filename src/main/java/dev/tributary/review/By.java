package dev.tributary.review;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who decides, and why. What is too long for the tables is cut.
 *
 * @param actor a name of the operating system or the company
 * @param reason null where none is given
 */
public record By(String actor, @Nullable String reason) {

    private static final int LONGEST_ACTOR = 190;
    private static final int LONGEST_REASON = 1000;

    public By {
        actor = cut(actor, LONGEST_ACTOR);
        reason = reason == null || reason.isBlank() ? null : cut(reason.strip(), LONGEST_REASON);
    }

    /** The parameters of a statement: {@code actor}, {@code reason} and {@code now}. */
    Map<String, @Nullable Object> at(LocalDateTime now) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("actor", actor);
        parameters.put("reason", reason);
        parameters.put("now", now);
        return parameters;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
