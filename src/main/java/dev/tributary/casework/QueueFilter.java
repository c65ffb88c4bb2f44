package dev.tributary.casework;

import org.jspecify.annotations.Nullable;

/**
 * Which of the open cases.
 *
 * @param channel only of this channel; null for all
 * @param reason only those with the code of this reason; null for all
 * @param identifier only those that rest on it; null for all
 * @param likelihood only those whose likeliest contact is so likely; null for all
 */
public record QueueFilter(
        @Nullable String channel,
        @Nullable String reason,
        @Nullable IdentifierKey identifier,
        @Nullable LikelihoodRange likelihood) {

    public static final QueueFilter ALL = new QueueFilter(null, null, null, null);

    /** Those that rest on one identifier. */
    public static QueueFilter sharing(IdentifierKey identifier) {
        return new QueueFilter(null, null, identifier, null);
    }
}
