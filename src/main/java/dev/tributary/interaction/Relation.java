package dev.tributary.interaction;

import org.jspecify.annotations.Nullable;

/**
 * A typed tie to another interaction: by its id, or by what that one offered.
 *
 * @param id of the other; absent where it is known by {@code by} only
 * @param by one of the other's {@code offers}: the link or number that was used
 * @param on the name of the account, among the source's {@code accounts}, that the other was said on; absent for the account
 *     that this one was said on
 * @param proof the field of the payload, or the rule, that proves the tie, such as {@code via.source.rel}
 */
public record Relation(
        RelationType type,
        @Nullable String id,
        @Nullable String by,
        @Nullable String on,
        @Nullable String proof) {
    public Relation {
        Missing.refuse("relations.type", type);
        Missing.refuse("relations.id", id == null ? by : id);
    }

    /** To another interaction of the same account. */
    public Relation(RelationType type, String id) {
        this(type, id, null, null, null);
    }
}
