package dev.tributary.interaction;

import org.jspecify.annotations.Nullable;

/** A file beside a message; {@code bytes} is its size where the source tells it. Never fetched. */
public record Attachment(
        @Nullable String url,
        @Nullable String name,
        @Nullable String mediaType,
        @Nullable Long bytes) {}
