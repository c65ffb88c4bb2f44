package dev.tributary.stage;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON that a payload carries as a text. */
final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonText() {}

    /**
     * {@code $json(text)}: the object that a field holds as text; nothing where it is none. Never {@code $eval}: foreign text is no
     * program.
     */
    static @Nullable Object read(@Nullable Object text) {
        if (!(text instanceof String document)) {
            return text;
        }
        try {
            return JSON.readValue(document, Map.class);
        } catch (JacksonException | StackOverflowError noObject) {
            return null;
        }
    }
}
