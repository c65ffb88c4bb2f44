package dev.tributary.episode;

import dev.tributary.interaction.NaturalKey;
import java.util.Comparator;

/**
 * What one customer says in one conversation.
 *
 * @param participant the customer's row
 * @param person the customer's key, the same in every database
 */
record Part(NaturalKey conversation, long participant, NaturalKey person) implements Comparable<Part> {

    private static final Comparator<Part> ORDER =
            Comparator.comparing(Part::conversation).thenComparing(Part::person);

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }

    /** The name of the episode that this is the first part of. */
    NaturalKey episode() {
        return NaturalKey.of("episode", conversation.hex(), person.hex());
    }

    /** @param one tied to the other, in no order */
    record Tie(Part one, Part other) {}
}
