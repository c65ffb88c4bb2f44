package dev.tributary.definition;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code extract} of a source of {@code kind: http}. */
final class HttpReader {

    private HttpReader() {}

    static HttpExtract read(Section extract) {
        HttpCall call = HttpCallReader.read(extract);
        Auth auth = extract.section("auth").map(AuthReader::read).orElse(null);
        Paging page = extract.section("page").map(PageReader::read).orElse(null);
        Cursor cursor = extract.section("cursor").map(CursorReader::read).orElse(null);
        Window window = extract.section("window").map(WindowReader::read).orElse(null);
        AnswerRules answers = AnswerRulesReader.read(extract);
        HttpLimits limits = limits(extract);
        Expect expect = extract.section("expect").map(ExpectReader::read).orElse(null);
        extract.refuseOthers();
        checkWindow(extract, call, cursor, window);
        return new HttpExtract(call, auth, page, cursor, window, answers, limits, expect);
    }

    private static HttpLimits limits(Section extract) {
        return limits(extract, HttpLimits.DEFAULT);
    }

    static HttpLimits limits(Section extract, HttpLimits standard) {
        int budget = extract.number("budget", standard.budget(), 1, 1_000_000);
        Duration timeout = extract.parsed("timeout", "30s", Durations::positive, Durations.CURE)
                .orElse(standard.timeout());
        int retries = extract.number("retries", standard.retries(), 0, 100);
        return new HttpLimits(budget, timeout, retries);
    }

    private static void checkWindow(Section extract, HttpCall call, @Nullable Cursor cursor, @Nullable Window window) {
        if (window != null && cursor != null) {
            extract.problem("cursor", "is kept by the window", "keep one of cursor and window");
        }
        String body = call.body() == null ? "" : call.body().fields().toString();
        for (String name : new String[] {Window.FROM, Window.TO}) {
            boolean used = Stream.of(call.params().toString(), body).anyMatch(text -> text.contains("${" + name + "}"));
            if (window != null && !used) {
                extract.problem("window", "does not reach the API", "write ${" + name + "} in params or in the body");
            } else if (window == null && used) {
                extract.problem(
                        "", "names ${" + name + "} without a window", "write window: { size: 24h, start: 30d }");
            }
        }
    }
}
