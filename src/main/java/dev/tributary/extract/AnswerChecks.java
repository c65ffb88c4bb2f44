package dev.tributary.extract;

import dev.tributary.definition.AnswerRules;
import dev.tributary.run.FailureCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells pages from all else that a source may answer. Not thread-safe. */
final class AnswerChecks {

    private static final JsonMapper JSON = new JsonMapper();

    private final boolean mayBeEmpty;
    private final Optional<JsonataPath> unauthorized;
    private final Optional<JsonataPath> rateLimited;
    private final Optional<JsonataPath> other;

    AnswerChecks(AnswerRules rules) {
        this.mayBeEmpty = rules.mayBeEmpty();
        this.unauthorized = path("unauthorized", rules.unauthorized());
        this.rateLimited = path("rateLimited", rules.rateLimited());
        this.other = path("other", rules.other());
    }

    /** @throws SourceFailed where the answer is not what was asked for */
    Page page(PageRequest request, Answer answer) {
        PageWalk walk = request.walk();
        return switch (answer.status()) {
            case 200 -> whole(request, answer);
            case 204 -> new Page(request, answer, null);
            case 401 -> throw new TokenRefused(walk, "401");
            case 403 ->
                throw new SourceFailed(
                        FailureCode.UNAUTHORIZED,
                        walk.where() + " refuses our credentials (403); renew what extract.auth names, and see what it"
                                + " may read.");
            default -> throw unexpected(walk, "answers " + answer.status(), cure(answer.status()));
        };
    }

    private Page whole(PageRequest request, Answer answer) {
        if (mayBeEmpty && answer.body().length == 0) {
            return new Page(request, answer, null);
        }
        Object content = json(request.walk(), answer);
        refuseErrors(request.walk(), answer, content);
        return new Page(request, answer, content);
    }

    private void refuseErrors(PageWalk walk, Answer answer, Object content) {
        code(unauthorized, content).ifPresent(code -> {
            throw new TokenRefused(walk, code);
        });
        code(rateLimited, content).ifPresent(code -> {
            throw HttpExchange.passing(
                    FailureCode.RATE_LIMITED, walk.where(), "asks to slow down (" + code + ")", answer.headers());
        });
        code(other, content).ifPresent(code -> {
            throw unexpected(
                    walk,
                    "answers with an error of its own (" + code + ")",
                    "see what its documentation says of it, and whether extract.errors.other fits");
        });
    }

    private static Optional<String> code(Optional<JsonataPath> path, Object content) {
        return path.flatMap(expression -> expression.text(content)).map(ShortCode::of);
    }

    /** A login page, half a page and a maintenance notice come with status 200, too. */
    private static Object json(PageWalk walk, Answer answer) {
        try {
            JsonNode page = JSON.readTree(answer.body());
            if (page.isContainer()) {
                return PlainJson.of(page);
            }
        } catch (JacksonException noJson) {
            // said below, without the parser's words: they quote the page
        }
        String what = answer.body().length == 0 ? "an empty page" : "something that is no JSON page";
        String type = answer.header("Content-Type")
                .map(name -> " (" + name.replaceAll("[^\\w/+.;= -]", "") + ")")
                .orElse("");
        throw unexpected(walk, "answers with " + what + type, "see in a browser what it says");
    }

    private static Optional<JsonataPath> path(String key, @Nullable String expression) {
        return Optional.ofNullable(expression).map(text -> new JsonataPath("extract.errors." + key, text));
    }

    private static String cure(int status) {
        return switch (status / 100) {
            case 3 -> "redirects are not followed: put the final address into extract.url";
            case 4 -> "see whether extract.url and its params are right";
            default -> "see what the source's documentation says of it";
        };
    }

    private static SourceFailed unexpected(PageWalk walk, String what, String cure) {
        return new SourceFailed(FailureCode.UNEXPECTED_ANSWER, walk.where() + " " + what + "; " + cure + ".");
    }
}
