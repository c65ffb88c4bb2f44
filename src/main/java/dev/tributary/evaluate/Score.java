package dev.tributary.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How right something is: of what was found, how much is true, and of what is true, how much was found.
 *
 * @param truth how much the truth has
 * @param right how much of what was found is true
 */
public record Score(long truth, long found, long right) {

    static final Score NOTHING = new Score(0, 0, 0);

    Score plus(Score other) {
        return new Score(truth + other.truth, found + other.found, right + other.right);
    }

    /** From 0 to 1; null where nothing was found. */
    @JsonProperty
    public @Nullable Double precision() {
        return found == 0 ? null : (double) right / found;
    }

    /** From 0 to 1; null where the truth has nothing. */
    @JsonProperty
    public @Nullable Double recall() {
        return truth == 0 ? null : (double) right / truth;
    }
}
