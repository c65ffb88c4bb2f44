package dev.tributary.definition;

import dev.tributary.definition.HttpCall.Body;
import dev.tributary.definition.HttpCall.Method;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what every request of a source over HTTP has in common. */
final class HttpCallReader {

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** What the connection itself decides. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private HttpCallReader() {}

    static HttpCall read(Section extract) {
        String url = url(extract, "url", "https://api.example.com/messages");
        Map<String, String> headers =
                extract.section("headers").map(HttpCallReader::headers).orElse(Map.of());
        Map<String, String> params =
                extract.section("params").map(HttpCallReader::free).orElse(Map.of());
        Method method = method(extract);
        Body body = BodyReader.read(extract);
        if (body != null && method == Method.GET) {
            extract.problem("body", "is not sent with GET", "write method: POST");
        }
        return new HttpCall(method, url, headers, params, body);
    }

    /** A call that only ever asks with its address. */
    static HttpCall get(Section extract, String accept) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", accept));
        String url = url(extract, "url", "https://blog.example.com/feed");
        extract.section("headers").map(HttpCallReader::headers).ifPresent(headers::putAll);
        return HttpCall.get(
                url,
                headers,
                extract.section("params").map(HttpCallReader::free).orElse(Map.of()));
    }

    static Method method(Section section) {
        return section.has("method")
                        && section.oneOf("method", List.of("GET", "POST")).equals("POST")
                ? Method.POST
                : Method.GET;
    }

    static String url(Section section, String key, String example) {
        String url = section.text(key, example);
        if (url.isEmpty()) {
            return url;
        }
        try {
            check(section, key, URI.create(Placeholders.filled(url)), url);
        } catch (IllegalArgumentException broken) {
            section.problem(key, "is no URL", "write it as https://host/path, with %20 for a space");
        }
        return url;
    }

    private static void check(Section section, String key, URI uri, String url) {
        if (!url.startsWith("${")
                && (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme()))) {
            section.problem(key, "has no host, or is not of http or https", "write it as https://host/path");
        }
        if (uri.getUserInfo() != null) {
            section.problem(
                    key, "holds a user or a password", "write auth: { basic: { user: …, password: \"${NAME}\" } }");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            section.problem(key, "has a part after '?' or '#'", "write its parameters below params");
        }
    }

    private static Map<String, String> headers(Section section) {
        Map<String, String> headers = free(section);
        headers.keySet().forEach(name -> checkHeader(section, name, name));
        return headers;
    }

    /** The texts of a group whose keys the API decides, none of them a secret itself. */
    static Map<String, String> free(Section section) {
        Map<String, String> all = section.all();
        all.forEach((name, value) -> Placeholders.refuseSecret(section, name, value));
        return all;
    }

    static void checkHeader(Section section, String key, String name) {
        if (!HEADER.matcher(name).matches() || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            section.problem(key, "'" + name + "' cannot be sent as a header", "use the name of a header of the API");
        }
    }
}
