package dev.tributary.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every request of a source has in common.
 *
 * @param method of HTTP
 * @param url {@code https} or {@code http}
 * @param headers sent with every request
 * @param params of the query of the first request, and of all that follow unless the API gives whole links
 * @param body null where none is sent; where there is one, the parameters of page and cursor are fields of it
 */
public record HttpCall(
        Method method,
        String url,
        Map<String, String> headers,
        Map<String, String> params,
        @Nullable Body body) {

    /** How we ask. An API that takes its question as a body wants {@code POST}, and only reads all the same. */
    public enum Method {
        GET,
        POST
    }

    /**
     * A body, sent as JSON or as a form.
     *
     * @param fields maps, lists, texts, numbers, true, false and null, as JSON has them; of a form only texts
     */
    public record Body(Type type, Map<String, @Nullable Object> fields) {

        /** How the fields are written. */
        public enum Type {
            JSON,
            FORM
        }

        public Body {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    public HttpCall {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** A call that asks with its address alone. */
    public static HttpCall get(String url, Map<String, String> headers, Map<String, String> params) {
        return new HttpCall(Method.GET, url, headers, params, null);
    }
}
