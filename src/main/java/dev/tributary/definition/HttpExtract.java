package dev.tributary.definition;

import dev.tributary.decode.Format;
import org.jspecify.annotations.Nullable;

/**
 * Records from a web API that answers with JSON, page by page. All JSONata expressions see the page.
 *
 * @param auth null for an API that asks for none
 * @param page null where one answer holds everything
 * @param cursor null where every run reads everything, or a window moves
 * @param window null where the API wants none
 * @param expect null where nothing is known of how much there is
 */
public record HttpExtract(
        HttpCall call,
        @Nullable Auth auth,
        @Nullable Paging page,
        @Nullable Cursor cursor,
        @Nullable Window window,
        AnswerRules answers,
        HttpLimits limits,
        @Nullable Expect expect)
        implements Extract {

    /** An API of which nothing is known of how much there is. */
    public HttpExtract(
            HttpCall call,
            @Nullable Auth auth,
            @Nullable Paging page,
            @Nullable Cursor cursor,
            @Nullable Window window,
            AnswerRules answers,
            HttpLimits limits) {
        this(call, auth, page, cursor, window, answers, limits, null);
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
