package dev.tributary.inbox;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body as JSON, where it is some. */
final class JsonBody {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonBody() {}

    /** Empty where it is no JSON object. */
    static Optional<JsonNode> object(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
