package dev.tributary.timeline;

import dev.tributary.interaction.IdentifierType;
import java.util.List;
import java.util.Set;

/** By what contacts are looked for. Personal data is not printed. */
public sealed interface ContactQuery {

    /** Each is the begin of a word of the names and the company, without case and accents. */
    record Name(Set<String> words) implements ContactQuery {

        @Override
        public String toString() {
            return "name ***";
        }
    }

    /** The canonical forms that what was asked for may have. */
    record Point(IdentifierType type, List<String> values) implements ContactQuery {

        @Override
        public String toString() {
            return type + " ***";
        }
    }

    /** The CRM's id, or one that the contact had before. */
    record Id(String id) implements ContactQuery {}
}
