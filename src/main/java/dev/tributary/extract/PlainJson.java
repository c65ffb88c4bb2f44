package dev.tributary.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON as JSONata reads it. Whole numbers beyond 2^53 become texts: they are ids, and arithmetic would round them. */
final class PlainJson {

    private static final long EXACT = 1L << 53;

    private PlainJson() {}

    static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                node.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                node.values().forEach(item -> list.add(of(item)));
                yield list;
            }
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            default -> null;
        };
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return node.doubleValue();
        }
        boolean exact = node.canConvertToLong() && Math.abs(node.longValue()) <= EXACT;
        if (!exact) {
            return node.bigIntegerValue().toString();
        }
        return node.canConvertToInt() ? (Object) node.intValue() : (Object) node.longValue();
    }
}
