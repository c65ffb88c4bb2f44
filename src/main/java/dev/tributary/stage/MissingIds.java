package dev.tributary.stage;

import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.stage.MappedRecord.Mapped;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives interactions without an id one of their own: the hash of the content, and its ordinal among the equal ones of the
 * segment. The same segment read again gives the same ids, and so does a longer export of the same conversation.
 */
final class MissingIds {

    private final Map<NaturalKey, Integer> seen = new HashMap<>();

    MappedRecord complete(MappedRecord record) {
        if (record instanceof Mapped mapped
                && mapped.record() instanceof Interaction interaction
                && (interaction.id() == null || interaction.id().isBlank())) {
            NaturalKey hash = Content.hash(interaction);
            int ordinal = seen.merge(hash, 1, Integer::sum);
            return new Mapped(interaction.withId(Content.id(hash, ordinal)));
        }
        return record;
    }
}
