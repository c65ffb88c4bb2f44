package dev.tributary.definition;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code extract} of a source of {@code kind: http}. */
final class HttpReader {

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    /** What the connection itself decides. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private HttpReader() {}

    static HttpExtract read(Section extract) {
        String url = url(extract);
        Map<String, String> headers =
                extract.section("headers").map(HttpReader::headers).orElse(Map.of());
        Map<String, String> params =
                extract.section("params").map(HttpReader::free).orElse(Map.of());
        Auth auth = extract.section("auth").map(HttpReader::auth).orElse(null);
        Paging page = extract.section("page").map(PageReader::read).orElse(null);
        Cursor cursor = extract.section("cursor").map(CursorReader::read).orElse(null);
        int budget = extract.number("budget", HttpExtract.DEFAULT_BUDGET, 1, 1_000_000);
        Duration timeout = extract.parsed("timeout", "30s", Durations::positive, Durations.CURE)
                .orElse(HttpExtract.DEFAULT_TIMEOUT);
        int retries = extract.number("retries", HttpExtract.DEFAULT_RETRIES, 0, 100);
        extract.refuseOthers();
        return new HttpExtract(url, headers, params, auth, page, cursor, budget, timeout, retries);
    }

    static String url(Section extract) {
        String url = extract.text("url", "https://api.example.com/messages");
        if (url.isEmpty()) {
            return url;
        }
        try {
            check(extract, URI.create(Placeholders.filled(url)), url);
        } catch (IllegalArgumentException broken) {
            extract.problem("url", "is no URL", "write it as https://host/path, with %20 for a space");
        }
        return url;
    }

    private static void check(Section extract, URI uri, String url) {
        if (!url.startsWith("${")
                && (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme()))) {
            extract.problem("url", "has no host, or is not of http or https", "write it as https://host/path");
        }
        if (uri.getUserInfo() != null) {
            extract.problem(
                    "url", "holds a user or a password", "write auth: { basic: { user: …, password: \"${NAME}\" } }");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            extract.problem("url", "has a part after '?' or '#'", "write its parameters below params");
        }
    }

    static Map<String, String> headers(Section section) {
        Map<String, String> headers = free(section);
        headers.keySet().forEach(name -> checkHeader(section, name, name));
        return headers;
    }

    static Map<String, String> free(Section section) {
        Map<String, String> all = section.all();
        all.forEach((name, value) -> Placeholders.refuseSecret(section, name, value));
        return all;
    }

    private static void checkHeader(Section section, String key, String name) {
        if (!HEADER.matcher(name).matches() || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            section.problem(key, "'" + name + "' cannot be sent as a header", "use the name of a header of the API");
        }
    }

    static @Nullable Auth auth(Section section) {
        Optional<Section> basic = section.section("basic");
        Optional<Section> header = section.section("header");
        Auth auth = section.has("bearer")
                ? new Auth.Bearer(Placeholders.secret(section, "bearer"))
                : basic.map(HttpReader::basic)
                        .or(() -> header.map(HttpReader::header))
                        .orElse(null);
        section.refuseOthers();
        if (List.of("bearer", "basic", "header").stream().filter(section::has).count() != 1) {
            section.problem("", "should hold one of bearer, basic, header", "write auth: { bearer: \"${NAME}\" }");
        }
        return auth;
    }

    private static Auth basic(Section basic) {
        String user = basic.text("user", "\"${NAME}\"");
        String password = Placeholders.secret(basic, "password");
        basic.refuseOthers();
        return new Auth.Basic(user, password);
    }

    private static Auth header(Section header) {
        String name = header.text("name", "X-Api-Key");
        if (!name.isEmpty()) {
            checkHeader(header, "name", name);
        }
        String value = Placeholders.secret(header, "value");
        header.refuseOthers();
        return new Auth.Header(name, value);
    }
}
