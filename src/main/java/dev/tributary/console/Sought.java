package dev.tributary.console;

import dev.tributary.casework.Place;
import dev.tributary.casework.QueueFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which cases somebody goes through, as the addresses of the review pages carry it on.
 *
 * @param channel only of this channel; null for all
 * @param reason only those with the code of this reason; null for all
 * @param after the place in the queue after which to go on; null from the first
 * @param done the case that was answered last; null where none was
 */
public record Sought(
        @Nullable String channel,
        @Nullable String reason,
        @Nullable String after,
        @Nullable Long done) {

    public Sought {
        channel = channel == null || channel.isBlank() ? null : channel;
        reason = reason == null || reason.isBlank() ? null : reason;
        after = after == null || after.isBlank() ? null : after;
    }

    QueueFilter filter() {
        return new QueueFilter(channel, reason, null);
    }

    /** @throws IllegalArgumentException where it is no place */
    @Nullable
    Place place() {
        return after == null ? null : Place.of(after);
    }

    public boolean filters() {
        return channel != null || reason != null;
    }

    /** The queue as it is filtered. */
    public String queue() {
        return to("/review").toUriString();
    }

    /** The queue from here on. */
    public String queueAfter(Place place) {
        return to("/review").queryParam("after", place.toString()).toUriString();
    }

    /** A case, with the way on among those that are sought. */
    public String one(long caseId) {
        return to("/review/" + caseId).toUriString();
    }

    /** Something below a case. */
    public String below(long caseId, String path) {
        return to("/review/" + caseId + path).toUriString();
    }

    /** A case, or the queue where there is none, after another case was answered. */
    String afterAnswering(long answered, Optional<Long> next) {
        return to(next.map(it -> "/review/" + it).orElse("/review"))
                .queryParam("done", answered)
                .toUriString();
    }

    private UriComponentsBuilder to(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("channel", Optional.ofNullable(channel))
                .queryParamIfPresent("reason", Optional.ofNullable(reason))
                .encode();
    }
}
