package dev.tributary.extract;

import dev.tributary.definition.Auth;
import dev.tributary.definition.HttpCall;
import dev.tributary.definition.HttpCall.Body;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks providers for access tokens. */
@Component
class TokenRequests {

    private static final int SERVER_ERROR = 500;

    private final HttpExchange http;
    private final Inquiries inquiries;
    private final Placeholders placeholders;

    TokenRequests(HttpExchange http, Inquiries inquiries, Placeholders placeholders) {
        this.http = http;
        this.inquiries = inquiries;
        this.placeholders = placeholders;
    }

    /**
     * @param refreshToken empty for client credentials
     * @throws SourceFailed where no token is granted
     */
    Granted send(Auth.OAuth2 oauth2, Optional<String> refreshToken, Duration timeout) {
        HttpRequest request = request(oauth2, params(oauth2, refreshToken));
        Answer answer = http.send(request, oauth2.tokenUrl(), timeout, status -> status < SERVER_ERROR);
        return new TokenAnswer(oauth2, answer).granted();
    }

    private Map<String, String> params(Auth.OAuth2 oauth2, Optional<String> refreshToken) {
        Map<String, String> params = new LinkedHashMap<>();
        Auth.Client client = oauth2.client();
        if (client != null) {
            params.put("grant_type", refreshToken.isPresent() ? "refresh_token" : "client_credentials");
            refreshToken.ifPresent(token -> params.put("refresh_token", token));
            if (client.inBody()) {
                params.put("client_id", placeholders.fill(client.id()));
            }
            if (client.inBody() && client.secret() != null) {
                params.put("client_secret", placeholders.fill(client.secret()));
            }
        }
        if (oauth2.scope() != null) {
            params.put("scope", placeholders.fill(oauth2.scope()));
        }
        oauth2.params().forEach((name, value) -> params.put(name, placeholders.fill(value)));
        return params;
    }

    private HttpRequest request(Auth.OAuth2 oauth2, Map<String, String> params) {
        boolean get = oauth2.method() == HttpCall.Method.GET;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(inquiries.address(oauth2.tokenUrl(), get ? params : Map.of()));
        request.header("Accept", "application/json").header("User-Agent", "Tributary");
        if (!get) {
            request.header("Content-Type", Credentials.contentType(Body.Type.FORM));
            request.POST(BodyPublishers.ofString(Query.encoded(params)));
        }
        Auth.Client client = oauth2.client();
        if (client != null && !client.inBody() && client.secret() != null) {
            request.header("Authorization", Credentials.basic(form(client.id()), form(client.secret())));
        }
        return request.build();
    }

    /** RFC 6749 wants both encoded as in a form before they become user and password. */
    private String form(String value) {
        return URLEncoder.encode(placeholders.fill(value), StandardCharsets.UTF_8);
    }
}
