package dev.tributary.extract;

import dev.tributary.definition.Auth;
import dev.tributary.run.FailureCode;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a provider of tokens answered. Nothing of it but a short code gets into a message. */
record TokenAnswer(Auth.OAuth2 oauth2, Answer answer) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** @throws SourceFailed where it holds no token */
    Granted granted() {
        JsonNode content = content();
        String token = text(content.path("access_token"));
        if (answer.status() != 200 || token == null) {
            throw refused(content);
        }
        if (!TOKEN.matcher(token).matches()) {
            throw unexpected("answers with a token that cannot be sent", "see what its documentation says of it");
        }
        AccessToken access = AccessToken.of(token, oauth2.param(), lifetime(content.path("expires_in")));
        return new Granted(access, text(content.path("refresh_token")));
    }

    private JsonNode content() {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    private SourceFailed refused(JsonNode content) {
        String code = Stream.of(
                        content.path("error"),
                        content.path("errcode"),
                        content.path("error").path("code"))
                .map(TokenAnswer::text)
                .filter(text -> text != null && !text.equals("0"))
                .findFirst()
                .map(text -> " " + ShortCode.of(text))
                .orElse("");
        return switch (answer.status()) {
            case 200, 400, 401, 403 ->
                code.isEmpty() && answer.status() == 200
                        ? unexpected("answers without a token", "see whether extract.auth.oauth2 fits")
                        : new SourceFailed(
                                FailureCode.UNAUTHORIZED,
                                oauth2.tokenUrl() + " grants us no access token (" + answer.status() + code
                                        + "); renew what extract.auth.oauth2 names, and see what our client may do.");
            default ->
                unexpected("answers " + answer.status(), "see whether tokenUrl is right; redirects are not followed");
        };
    }

    private SourceFailed unexpected(String what, String cure) {
        return new SourceFailed(FailureCode.UNEXPECTED_ANSWER, oauth2.tokenUrl() + " " + what + "; " + cure + ".");
    }

    private static @Nullable Duration lifetime(JsonNode seconds) {
        String text = text(seconds);
        return text != null && SECONDS.matcher(text).matches() ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() || value.isNumber() ? value.asString() : null;
    }

    @Override
    public String toString() {
        return "the answer of " + oauth2.tokenUrl();
    }
}
