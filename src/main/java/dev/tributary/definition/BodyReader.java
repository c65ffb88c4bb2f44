package dev.tributary.definition;

import dev.tributary.definition.HttpCall.Body;
import dev.tributary.definition.HttpCall.Body.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code extract.body}: a group of keys, or JSON as a text. */
final class BodyReader {

    private static final String CURE = "write a group of keys, or JSON such as '{\"limit\": 100}'";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BodyReader() {}

    static @Nullable Body read(Section extract) {
        Type type = extract.has("bodyType")
                        && extract.oneOf("bodyType", List.of("json", "form")).equals("form")
                ? Type.FORM
                : Type.JSON;
        if (!extract.has("body")) {
            return null;
        }
        if (extract.peek("body").isEmpty()) {
            return extract.section("body").map(group -> body(group, type)).orElse(null);
        }
        return new Body(type, type == Type.JSON ? json(extract) : refused(extract, "is a text and should be a group"));
    }

    private static Body body(Section group, Type type) {
        return new Body(
                type,
                type == Type.FORM
                        ? new LinkedHashMap<String, @Nullable Object>(HttpCallReader.free(group))
                        : secretsChecked(group));
    }

    private static Map<String, @Nullable Object> secretsChecked(Section group) {
        checkSecrets(group);
        return group.json();
    }

    private static void checkSecrets(Section group) {
        group.keys().forEach(key -> {
            Placeholders.refuseSecret(group, key, group.peek(key).isEmpty() ? "${NONE}" : group.peek(key));
            group.inner(key).ifPresent(BodyReader::checkSecrets);
        });
    }

    private static Map<String, @Nullable Object> json(Section extract) {
        try {
            return Optional.ofNullable(
                            JSON.readValue(extract.peek("body"), new TypeReference<Map<String, @Nullable Object>>() {}))
                    .orElseGet(() -> refused(extract, "is no JSON object"));
        } catch (JacksonException broken) {
            return refused(extract, "is no JSON object");
        }
    }

    private static Map<String, @Nullable Object> refused(Section extract, String what) {
        extract.problem("body", what, CURE);
        return Map.of();
    }
}
