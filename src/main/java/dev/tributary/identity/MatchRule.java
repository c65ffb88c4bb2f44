package dev.tributary.identity;

import dev.tributary.interaction.IdentifierType;

/** By which identifier a participant was recognised. */
enum MatchRule {
    SAME_EMAIL("same-email"),
    SAME_PHONE("same-phone"),
    SAME_HANDLE("same-handle"),
    SAME_ID("same-id");

    private final String name;

    MatchRule(String name) {
        this.name = name;
    }

    static MatchRule on(IdentifierType type) {
        return switch (type) {
            case EMAIL -> SAME_EMAIL;
            case PHONE -> SAME_PHONE;
            case HANDLE -> SAME_HANDLE;
            case ID -> SAME_ID;
        };
    }

    /** As it stands in {@code link.rule}. */
    @Override
    public String toString() {
        return name;
    }
}
