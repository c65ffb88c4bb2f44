package dev.tributary.interaction;

/** A typed tie to another interaction of the same account, by its id. */
public record Relation(RelationType type, String id) {
    public Relation {
        Missing.refuse("relations.type", type);
        Missing.refuse("relations.id", id);
    }
}
