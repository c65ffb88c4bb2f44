package dev.tributary.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How we prove who we are. The secrets are <code>${NAME}</code>, never the values themselves. */
public sealed interface Auth {

    record Bearer(String token) implements Auth {}

    record Basic(String user, String password) implements Auth {}

    /** A header of the API's own, such as {@code X-Api-Key}. */
    record Header(String name, String value) implements Auth {}

    /**
     * An access token that the provider grants for our client (RFC 6749): with the refresh token where there is one, else with
     * client credentials. It is fetched when needed, kept until shortly before it expires, and fetched anew once where the API
     * refuses it.
     *
     * <p>Where the provider gives another refresh token, the run keeps it below the home folder; it holds until
     * {@code refreshToken} itself is changed.
     *
     * @param tokenUrl {@code https}, or {@code http}
     * @param client null where {@code params} say who we are
     * @param scope what we ask for, with spaces between; null where the provider knows
     * @param refreshToken null for client credentials
     * @param method {@code GET} sends everything in the query
     * @param params sent to the token URL beside the standard ones, or in place of those of the same name
     * @param param the query parameter of the API that takes the access token; null for the header {@code Authorization}
     */
    record OAuth2(
            String tokenUrl,
            @Nullable Client client,
            @Nullable String scope,
            @Nullable String refreshToken,
            HttpCall.Method method,
            Map<String, String> params,
            @Nullable String param)
            implements Auth {

        public OAuth2 {
            params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        }
    }

    /**
     * Who we are to a provider of tokens.
     *
     * @param secret null for a client that has none; then a refresh token proves enough
     * @param inBody whether id and secret are sent as parameters; otherwise as user and password of Basic
     */
    record Client(String id, @Nullable String secret, boolean inBody) {}
}
