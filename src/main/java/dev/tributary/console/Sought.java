package dev.tributary.console;

import dev.tributary.casework.LikelihoodRange;
import dev.tributary.casework.Place;
import dev.tributary.casework.QueueFilter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which cases somebody goes through, as the addresses of the review pages carry it on.
 *
 * @param channel only of this channel; null for all
 * @param reason only those with the code of this reason; null for all
 * @param likely only those so likely, as {@link LikelihoodRange} is written; null for all
 * @param after the place in the queue after which to go on; null from the first
 * @param done the case that was answered last; null where none was
 */
public record Sought(
        @Nullable String channel,
        @Nullable String reason,
        @Nullable String likely,
        @Nullable String after,
        @Nullable Long done) {

    public Sought {
        channel = channel == null || channel.isBlank() ? null : channel;
        reason = reason == null || reason.isBlank() ? null : reason;
        likely = likely == null || likely.isBlank() ? null : likely;
        after = after == null || after.isBlank() ? null : after;
    }

    /** @throws ResponseStatusException where the likelihood is no range */
    QueueFilter filter() {
        return new QueueFilter(channel, reason, null, understood(likely, LikelihoodRange::of));
    }

    /** @throws ResponseStatusException where it is no place */
    @Nullable
    Place place() {
        return understood(after, Place::of);
    }

    private static <T> @Nullable T understood(@Nullable String text, Function<String, T> meaning) {
        try {
            return text == null ? null : meaning.apply(text);
        } catch (IllegalArgumentException not) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, not.getMessage(), not);
        }
    }

    public boolean filters() {
        return channel != null || reason != null || likely != null;
    }

    /** The queue as it is filtered. */
    public String queue() {
        return to("/review").toUriString();
    }

    /** The queue from here on. */
    public String queueAfter(Place place) {
        return to("/review").queryParam("after", place.toString()).toUriString();
    }

    /** The cases that are sought, as a workbook. */
    public String workbook() {
        return to("/review/cases.xlsx").toUriString();
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
                .queryParamIfPresent("likely", Optional.ofNullable(likely))
                .encode();
    }
}
