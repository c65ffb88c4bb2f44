package dev.tributary.extract;

import dev.tributary.definition.HttpCall;
import dev.tributary.definition.HttpCall.Body;
import dev.tributary.run.FailureCode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes addresses and bodies out of a definition, with the secrets in. */
@Component
class Inquiries {

    private static final JsonMapper JSON = new JsonMapper();

    private final Placeholders placeholders;

    Inquiries(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * @param bound what the run itself gives to <code>${NAME}</code>
     * @param more further parameters: fields of the body where there is one
     * @throws SourceFailed where something that the definition names is not in the environment
     */
    Inquiry of(HttpCall call, Bound bound, Map<String, String> more) {
        Body body = call.body();
        Map<String, String> params = new LinkedHashMap<>();
        call.params().forEach((name, value) -> params.put(name, placeholders.fill(value, bound)));
        if (body == null) {
            params.putAll(more);
            return new Inquiry(address(call.url(), params), null);
        }
        Map<String, @Nullable Object> fields =
                Fields.filled(body.fields(), text -> placeholders.fill(text, bound), bound);
        more.forEach((path, value) -> Fields.put(fields, body.type(), path, value));
        return new Inquiry(address(call.url(), params), written(body.type(), fields));
    }

    /** The address of a URL with these parameters, whose values are filled already. */
    URI address(String url, Map<String, String> params) {
        try {
            URI address = Query.appended(placeholders.fill(url), params);
            Objects.requireNonNull(address.getHost());
            return address;
        } catch (IllegalArgumentException | NullPointerException broken) {
            throw new SourceFailed(
                    FailureCode.SECRET_MISSING, url + " is no URL once its names are looked up; see what they hold.");
        }
    }

    private static String written(Body.Type type, Map<String, @Nullable Object> fields) {
        return type == Body.Type.FORM ? Query.encoded(fields) : JSON.writeValueAsString(fields);
    }
}
