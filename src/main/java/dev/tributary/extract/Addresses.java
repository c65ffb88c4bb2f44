package dev.tributary.extract;

import dev.tributary.definition.Auth;
import dev.tributary.definition.HttpExtract;
import dev.tributary.run.FailureCode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes addresses and headers out of a definition, with the secrets in. */
@Component
class Addresses {

    private final Placeholders placeholders;

    Addresses(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** @throws SourceFailed where something that the definition names is not in the environment */
    URI of(HttpExtract http, Map<String, String> more) {
        Map<String, String> params = new LinkedHashMap<>();
        http.params().forEach((name, value) -> params.put(name, placeholders.fill(value)));
        params.putAll(more);
        String url = placeholders.fill(http.url());
        try {
            URI address = URI.create(params.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + query(params));
            Objects.requireNonNull(address.getHost());
            return address;
        } catch (IllegalArgumentException | NullPointerException broken) {
            throw new SourceFailed(
                    FailureCode.SECRET_MISSING,
                    http.url() + " is no URL once its names are looked up; see what they hold.");
        }
    }

    Map<String, String> headers(HttpExtract http) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json");
        headers.put("User-Agent", "Tributary");
        http.headers().forEach((name, value) -> headers.put(name, placeholders.fill(value)));
        if (http.auth() instanceof Auth.Bearer bearer) {
            headers.put("Authorization", "Bearer " + placeholders.fill(bearer.token()));
        } else if (http.auth() instanceof Auth.Basic basic) {
            String pair = placeholders.fill(basic.user()) + ":" + placeholders.fill(basic.password());
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else if (http.auth() instanceof Auth.Header header) {
            headers.put(header.name(), placeholders.fill(header.value()));
        }
        return headers;
    }

    private static String query(Map<String, String> params) {
        return params.entrySet().stream()
                .map(param -> encoded(param.getKey()) + "=" + encoded(param.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
