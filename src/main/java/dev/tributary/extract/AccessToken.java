package dev.tributary.extract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What opens an API for a while.
 *
 * @param param the query parameter that takes it; null for the header {@code Authorization}
 * @param until when it is renewed, shortly before it expires
 */
record AccessToken(String value, @Nullable String param, Instant until) {

    private static final Duration EARLIER = Duration.ofMinutes(1);

    /** @param lifetime null where the provider does not say; then it holds until it is refused */
    static AccessToken of(String value, @Nullable String param, @Nullable Duration lifetime) {
        if (lifetime == null) {
            return new AccessToken(value, param, Instant.MAX);
        }
        Duration tenth = lifetime.dividedBy(10);
        return new AccessToken(
                value, param, Instant.now().plus(lifetime).minus(tenth.compareTo(EARLIER) < 0 ? tenth : EARLIER));
    }

    boolean holds() {
        return Instant.now().isBefore(until);
    }

    /** The address with the token, where it belongs there; a token that a link of the source's carries gives way. */
    URI in(URI address) {
        return param == null ? address : Query.with(address, param, value);
    }

    Map<String, String> in(Map<String, String> headers) {
        if (param != null) {
            return headers;
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", "Bearer " + value);
        return all;
    }

    @Override
    public String toString() {
        return "an access token";
    }
}
