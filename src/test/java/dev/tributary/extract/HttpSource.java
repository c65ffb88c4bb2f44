package dev.tributary.extract;

import dev.tributary.definition.Auth;
import dev.tributary.definition.Cursor;
import dev.tributary.definition.HttpExtract;
import dev.tributary.definition.IdScope;
import dev.tributary.definition.Paging;
import dev.tributary.definition.SourceDefinition;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source over HTTP, one wish after the other. */
record HttpSource(
        String name,
        String url,
        Map<String, String> params,
        @Nullable Auth auth,
        @Nullable Paging page,
        @Nullable Cursor cursor,
        int budget,
        Duration timeout,
        int retries) {

    static HttpSource at(String name, String url) {
        return new HttpSource(name, url, Map.of(), null, null, null, 100, Duration.ofSeconds(5), 2);
    }

    HttpSource with(Auth how) {
        return new HttpSource(name, url, params, how, page, cursor, budget, timeout, retries);
    }

    HttpSource with(Paging paging) {
        return new HttpSource(name, url, params, auth, paging, cursor, budget, timeout, retries);
    }

    HttpSource with(Cursor how) {
        return new HttpSource(name, url, params, auth, page, how, budget, timeout, retries);
    }

    HttpSource withParam(String key, String value) {
        return new HttpSource(name, url, Map.of(key, value), auth, page, cursor, budget, timeout, retries);
    }

    HttpSource withBudget(int requests) {
        return new HttpSource(name, url, params, auth, page, cursor, requests, timeout, retries);
    }

    HttpSource withTimeout(Duration limit) {
        return new HttpSource(name, url, params, auth, page, cursor, budget, limit, retries);
    }

    SourceDefinition definition() {
        return new SourceDefinition(
                name,
                "x",
                "@acme",
                null,
                ZoneOffset.UTC,
                IdScope.ACCOUNT,
                new HttpExtract(url, Map.of(), params, auth, page, cursor, budget, timeout, retries),
                "x-v2");
    }
}
