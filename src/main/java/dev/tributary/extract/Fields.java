package dev.tributary.extract;

import dev.tributary.definition.HttpCall.Body;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a body: a copy of those in the definition, so that each request has its own. */
final class Fields {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    private Fields() {}

    /** All fields with their texts filled. */
    static Map<String, @Nullable Object> filled(
            Map<String, @Nullable Object> fields, UnaryOperator<String> fill, Bound bound) {
        return map(fields, fill, bound);
    }

    /** Puts a value into the field at a dotted path, as a number where one stands there. */
    static void put(Map<String, @Nullable Object> fields, Body.Type type, String path, String value) {
        String[] keys = type == Body.Type.FORM ? new String[] {path} : path.split("\\.");
        Map<String, @Nullable Object> group = fields;
        for (int i = 0; i < keys.length - 1; i++) {
            group = group(group, keys[i]);
        }
        String last = keys[keys.length - 1];
        boolean number =
                group.get(last) instanceof Number && NUMBER.matcher(value).matches();
        group.put(last, number ? new BigDecimal(value) : value);
    }

    /** The group below a key, made where there is none. */
    private static Map<String, @Nullable Object> group(Map<String, @Nullable Object> fields, String key) {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        if (fields.get(key) instanceof Map<?, ?> there) {
            there.forEach((name, value) -> inner.put(String.valueOf(name), value));
        }
        fields.put(key, inner);
        return inner;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> fields, UnaryOperator<String> fill, Bound bound) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        fields.forEach((key, value) -> filled.put(String.valueOf(key), value(value, fill, bound)));
        return filled;
    }

    private static @Nullable Object value(@Nullable Object value, UnaryOperator<String> fill, Bound bound) {
        if (value instanceof Map<?, ?> group) {
            return map(group, fill, bound);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> filled = new ArrayList<>();
            list.forEach(item -> filled.add(value(item, fill, bound)));
            return filled;
        }
        if (value instanceof String text) {
            return bound.isNumber(text) ? new BigDecimal(fill.apply(text)) : fill.apply(text);
        }
        return value;
    }
}
