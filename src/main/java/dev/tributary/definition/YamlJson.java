package dev.tributary.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** YAML as JSON has it: what was written in quotes stays a text. */
final class YamlJson {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,30})(\\.\\d{1,30})?");

    private YamlJson() {}

    static Map<String, @Nullable Object> of(YamlNode.Fields fields) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> map.put(key, value(value)));
        return Collections.unmodifiableMap(map);
    }

    private static @Nullable Object value(YamlNode node) {
        if (node instanceof YamlNode.Fields fields) {
            return of(fields);
        }
        if (node instanceof YamlNode.Items items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.values().forEach(item -> list.add(value(item)));
            return Collections.unmodifiableList(list);
        }
        return node instanceof YamlNode.Text text ? scalar(text) : null;
    }

    private static Object scalar(YamlNode.Text text) {
        if (!text.literal()) {
            return text.value();
        }
        return switch (text.value()) {
            case "true" -> true;
            case "false" -> false;
            default -> NUMBER.matcher(text.value()).matches() ? new BigDecimal(text.value()) : text.value();
        };
    }
}
