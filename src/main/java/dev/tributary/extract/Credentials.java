package dev.tributary.extract;

import dev.tributary.definition.Auth;
import dev.tributary.definition.HttpCall.Body;
import dev.tributary.definition.HttpExtract;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The headers of a source's requests, with the credentials that do not change during a run. */
@Component
class Credentials {

    private final Placeholders placeholders;

    Credentials(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** @throws SourceFailed where something that the definition names is not in the environment */
    Map<String, String> headers(HttpExtract http) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json");
        headers.put("Accept-Encoding", "gzip");
        headers.put("User-Agent", "Tributary");
        Body body = http.call().body();
        if (body != null) {
            headers.put("Content-Type", contentType(body.type()));
        }
        http.call().headers().forEach((name, value) -> headers.put(name, placeholders.fill(value)));
        if (http.auth() instanceof Auth.Bearer bearer) {
            headers.put("Authorization", "Bearer " + placeholders.fill(bearer.token()));
        } else if (http.auth() instanceof Auth.Basic basic) {
            headers.put("Authorization", basic(placeholders.fill(basic.user()), placeholders.fill(basic.password())));
        } else if (http.auth() instanceof Auth.Header header) {
            headers.put(header.name(), placeholders.fill(header.value()));
        }
        return headers;
    }

    static String basic(String user, String password) {
        String pair = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String contentType(Body.Type type) {
        return type == Body.Type.FORM ? "application/x-www-form-urlencoded" : "application/json";
    }
}
