package dev.tributary.interaction;

import org.jspecify.annotations.Nullable;

/** The thread a message belongs to, by the source's own id. */
public record Conversation(String id, @Nullable String subject) {
    public Conversation {
        Missing.refuse("conversation.id", id);
    }
}
