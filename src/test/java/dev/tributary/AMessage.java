package dev.tributary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A message as the plainest of all platforms would tell it, and what a definition needs to read it. */
final class AMessage {

    static final String MAPPING = """
            {
              "kind": "interaction", "id": id, "type": "message", "visibility": "private", "direction": "inbound",
              "at": at, "conversation": { "id": from }, "author": { "phones": [phone], "emails": [email] }, "text": text
            }""";

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private AMessage(String id) {
        fields.put("id", id);
        at("2026-05-01T10:00:00Z");
    }

    static AMessage aMessage(String id) {
        return new AMessage(id);
    }

    /** @param address an e-mail address or a telephone number */
    AMessage from(String address) {
        fields.put("from", address);
        fields.put(address.contains("@") ? "email" : "phone", address);
        return this;
    }

    AMessage at(String time) {
        fields.put("at", time);
        return this;
    }

    AMessage saying(String text) {
        fields.put("text", text);
        return this;
    }

    /** The lines of a file that holds these messages. */
    static String lines(AMessage... messages) {
        return List.of(messages).stream()
                .map(it -> JsonMapper.shared().writeValueAsString(it.fields) + "\n")
                .collect(Collectors.joining());
    }
}
