package dev.tributary.extract;

import dev.tributary.definition.Auth;
import dev.tributary.definition.HttpExtract;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The access tokens of this process. Sources that prove themselves in the same way share one, for some providers let the old
 * token go when they grant the next.
 */
@Component
class AccessTokens {

    private final TokenRequests requests;
    private final RefreshTokens refreshTokens;
    private final Map<Auth.OAuth2, AccessToken> granted = new HashMap<>();

    AccessTokens(TokenRequests requests, RefreshTokens refreshTokens) {
        this.requests = requests;
        this.refreshTokens = refreshTokens;
    }

    /**
     * The token that a source needs; empty where it needs none.
     *
     * @throws SourceFailed where none is granted
     */
    Optional<AccessToken> of(HttpExtract http) {
        return http.auth() instanceof Auth.OAuth2 oauth2 ? Optional.of(unlike(null, oauth2, http)) : Optional.empty();
    }

    /** Another token than the one that the source refused. */
    AccessToken inPlaceOf(AccessToken refused, HttpExtract http) {
        return unlike(refused, (Auth.OAuth2) Objects.requireNonNull(http.auth()), http);
    }

    private synchronized AccessToken unlike(@Nullable AccessToken refused, Auth.OAuth2 oauth2, HttpExtract http) {
        AccessToken known = granted.get(oauth2);
        if (known != null && known.holds() && !known.equals(refused)) {
            return known;
        }
        Optional<String> refreshToken = refreshTokens.of(oauth2);
        Granted next = requests.send(oauth2, refreshToken, http.limits().timeout());
        if (next.refreshToken() != null) {
            refreshTokens.keep(oauth2, next.refreshToken());
        }
        granted.put(oauth2, next.token());
        return next.token();
    }
}
