package dev.tributary.definition;

import org.jspecify.annotations.Nullable;

/**
 * What an answer of status 200 may mean beside a page. Each expression is JSONata that gives the error's short code, such as
 * {@code ok = false ? error}, and nothing where the page is none. Of a page that is an error nothing is landed, and the cursor
 * stays.
 *
 * @param unauthorized our credentials are refused, or the access token has expired; null where the status says it
 * @param rateLimited the API asks to slow down; null where the status says it
 * @param other any other error; null where the status says it
 * @param mayBeEmpty whether an answer without a body means that there is nothing (204 always does); otherwise it is an error
 */
public record AnswerRules(
        @Nullable String unauthorized,
        @Nullable String rateLimited,
        @Nullable String other,
        boolean mayBeEmpty) {

    /** The status tells all. */
    public static final AnswerRules BY_STATUS = new AnswerRules(null, null, null, false);
}
