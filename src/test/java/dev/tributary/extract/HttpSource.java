package dev.tributary.extract;

import dev.tributary.definition.AnswerRules;
import dev.tributary.definition.Auth;
import dev.tributary.definition.Cursor;
import dev.tributary.definition.Expect;
import dev.tributary.definition.HttpCall;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.HttpLimits;
import dev.tributary.definition.IdScope;
import dev.tributary.definition.Paging;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.definition.Window;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source over HTTP, one wish after the other. */
record HttpSource(
        String name,
        HttpCall call,
        @Nullable Auth auth,
        @Nullable Paging page,
        @Nullable Cursor cursor,
        @Nullable Window window,
        AnswerRules answers,
        HttpLimits limits,
        @Nullable Expect expect) {

    static HttpSource at(String name, String url) {
        return new HttpSource(
                name,
                HttpCall.get(url, Map.of(), Map.of()),
                null,
                null,
                null,
                null,
                AnswerRules.BY_STATUS,
                new HttpLimits(100, Duration.ofSeconds(5), 2),
                null);
    }

    HttpSource with(Auth how) {
        return new HttpSource(name, call, how, page, cursor, window, answers, limits, expect);
    }

    HttpSource with(Paging paging) {
        return new HttpSource(name, call, auth, paging, cursor, window, answers, limits, expect);
    }

    HttpSource with(Cursor how) {
        return new HttpSource(name, call, auth, page, how, window, answers, limits, expect);
    }

    HttpSource with(Window windows) {
        return new HttpSource(name, call, auth, page, cursor, windows, answers, limits, expect);
    }

    HttpSource with(AnswerRules rules) {
        return new HttpSource(name, call, auth, page, cursor, window, rules, limits, expect);
    }

    HttpSource with(Expect what) {
        return new HttpSource(name, call, auth, page, cursor, window, answers, limits, what);
    }

    HttpSource withParam(String key, String value) {
        return with(new HttpCall(call.method(), call.url(), call.headers(), Map.of(key, value), call.body()));
    }

    /** Asks with a body. */
    HttpSource posting(HttpCall.Body.Type type, Map<String, Object> fields) {
        return with(new HttpCall(
                HttpCall.Method.POST, call.url(), call.headers(), call.params(), new HttpCall.Body(type, fields)));
    }

    HttpSource withBudget(int requests) {
        return with(new HttpLimits(requests, limits.timeout(), limits.retries()));
    }

    HttpSource withTimeout(Duration limit) {
        return with(new HttpLimits(limits.budget(), limit, limits.retries()));
    }

    SourceDefinition definition() {
        return new SourceDefinition(
                name,
                "x",
                "@acme",
                null,
                ZoneOffset.UTC,
                IdScope.ACCOUNT,
                new HttpExtract(call, auth, page, cursor, window, answers, limits, expect),
                "x-v2");
    }

    private HttpSource with(HttpCall other) {
        return new HttpSource(name, other, auth, page, cursor, window, answers, limits, expect);
    }

    private HttpSource with(HttpLimits other) {
        return new HttpSource(name, call, auth, page, cursor, window, answers, other, expect);
    }
}
