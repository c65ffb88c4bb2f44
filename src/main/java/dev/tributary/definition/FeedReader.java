package dev.tributary.definition;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code extract} of a source of {@code kind: feed}. */
final class FeedReader {

    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
    private static final int DEFAULT_BUDGET = 100;

    private FeedReader() {}

    static FeedExtract read(Section extract) {
        String url = HttpReader.url(extract);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", ACCEPT));
        extract.section("headers").map(HttpReader::headers).ifPresent(headers::putAll);
        Map<String, String> params =
                extract.section("params").map(HttpReader::free).orElse(Map.of());
        Auth auth = extract.section("auth").map(HttpReader::auth).orElse(null);
        int pages = extract.number("pages", 1, 1, 1000);
        int budget = extract.number("budget", DEFAULT_BUDGET, 1, 1_000_000);
        Duration timeout = extract.parsed("timeout", "30s", Durations::positive, Durations.CURE)
                .orElse(HttpExtract.DEFAULT_TIMEOUT);
        int retries = extract.number("retries", HttpExtract.DEFAULT_RETRIES, 0, 100);
        extract.refuseOthers();
        return new FeedExtract(
                new HttpExtract(url, headers, params, auth, null, null, budget, timeout, retries), pages);
    }
}
