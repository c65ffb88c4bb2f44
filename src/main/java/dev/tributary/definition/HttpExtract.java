package dev.tributary.definition;

import dev.tributary.decode.Format;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records from a web API that answers GET with JSON, page by page. All JSONata expressions see the page.
 *
 * @param url {@code https} or {@code http}
 * @param headers sent with every request
 * @param params of the query of the first request, and of all that follow unless the API gives whole links
 * @param auth null for an API that asks for none
 * @param page null where one answer holds everything
 * @param cursor null where every run reads everything
 * @param budget the most requests of one run, every attempt counted
 * @param timeout for one whole answer
 * @param retries how often one request is sent again when the source cannot be reached or asks to slow down
 */
public record HttpExtract(
        String url,
        Map<String, String> headers,
        Map<String, String> params,
        @Nullable Auth auth,
        @Nullable Paging page,
        @Nullable Cursor cursor,
        int budget,
        Duration timeout,
        int retries)
        implements Extract {

    public static final int DEFAULT_BUDGET = 1000;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    public static final int DEFAULT_RETRIES = 5;

    public HttpExtract {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    @Override
    public String kind() {
        return "http";
    }

    /** A web API answers with JSON, whatever its address ends in. */
    @Override
    public FileOptions options() {
        return FileOptions.of(Format.JSON);
    }
}
