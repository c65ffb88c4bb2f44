package dev.tributary.stage;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON that a payload carries as a text. */
final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonText() {}

    /** {@code $json(text)}: what the text says as JSON; the text itself where it is none. */
    static @Nullable Object read(@Nullable Object text) {
        if (!(text instanceof String document)) {
            return text;
        }
        try {
            return JSON.readValue(document, Object.class);
        } catch (JacksonException noJson) {
            return text;
        }
    }
}
