package dev.tributary.extract;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters as URLs and forms write them. */
final class Query {

    private Query() {}

    static String encoded(Map<String, ?> params) {
        return params.entrySet().stream()
                .map(param -> encoded(param.getKey()) + "=" + encoded(String.valueOf(param.getValue())))
                .collect(Collectors.joining("&"));
    }

    /** @throws IllegalArgumentException where that is no URL */
    static URI appended(String url, Map<String, String> params) {
        return URI.create(params.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + encoded(params));
    }

    /** The address with one parameter set, and every other as it was. */
    static URI with(URI address, String name, String value) {
        String whole = address.toString();
        String before = whole.contains("?") ? whole.substring(0, whole.indexOf('?')) : whole;
        String others = address.getRawQuery() == null
                ? ""
                : Arrays.stream(address.getRawQuery().split("&"))
                        .filter(param -> !param.isEmpty() && !param.startsWith(encoded(name) + "="))
                        .map(param -> param + "&")
                        .collect(Collectors.joining());
        return URI.create(before + "?" + others + encoded(name) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
