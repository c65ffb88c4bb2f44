package dev.tributary.stage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Repairs UTF-8 that was read as Latin-1, as in the exports of Facebook and Instagram. */
final class Mojibake {

    private Mojibake() {}

    /** A text; or a whole payload, whose every text and every name of a field is repaired. What is right stays as it is. */
    static @Nullable Object repaired(@Nullable Object value) {
        if (value instanceof String text) {
            return repaired(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Mojibake::repaired).toList();
        }
        return value instanceof Map<?, ?> map ? repaired(map) : value;
    }

    private static Map<Object, Object> repaired(Map<?, ?> map) {
        Map<Object, Object> repaired = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            Object right = repaired((Object) name);
            repaired.put(repaired.containsKey(right) ? name : right, repaired(value));
        });
        return repaired;
    }

    private static String repaired(String garbled) {
        if (garbled.chars().allMatch(c -> c < 0x80) || garbled.chars().anyMatch(c -> c > 0xFF)) {
            return garbled;
        }
        try {
            byte[] bytes = garbled.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notGarbled) {
            return garbled;
        }
    }
}
