package dev.tributary.definition;

import dev.tributary.definition.HttpCall.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code extract.auth.oauth2}. */
final class OAuth2Reader {

    private OAuth2Reader() {}

    static Auth read(Section oauth2) {
        String tokenUrl = HttpCallReader.url(oauth2, "tokenUrl", "https://api.example.com/oauth2/token");
        Optional<Section> request = oauth2.section("tokenRequest");
        Map<String, String> params = request.flatMap(group -> group.section("params"))
                .map(HttpCallReader::free)
                .orElse(Map.of());
        Method method = request.filter(group -> group.has("method"))
                .map(HttpCallReader::method)
                .orElse(Method.POST);
        String refreshToken = oauth2.has("refreshToken") ? Placeholders.secret(oauth2, "refreshToken") : null;
        Auth read = new Auth.OAuth2(
                tokenUrl,
                client(oauth2, refreshToken != null, !params.isEmpty()),
                oauth2.optional("scope", "read").orElse(null),
                refreshToken,
                method,
                params,
                oauth2.optional("param", "access_token").orElse(null));
        request.ifPresent(Section::refuseOthers);
        oauth2.refuseOthers();
        return read;
    }

    private static Auth.@Nullable Client client(Section oauth2, boolean refreshes, boolean hasParams) {
        boolean inBody = oauth2.has("clientAuthentication")
                && oauth2.oneOf("clientAuthentication", List.of("basic", "post"))
                        .equals("post");
        boolean named = oauth2.has("clientId") || oauth2.has("clientSecret");
        if (!named && hasParams && !refreshes) {
            return null;
        }
        String id = oauth2.text("clientId", "\"${NAME}\"");
        String secret = refreshes && !oauth2.has("clientSecret") ? null : Placeholders.secret(oauth2, "clientSecret");
        return new Auth.Client(id, secret, inBody || secret == null);
    }
}
