package dev.tributary.stage;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Payloads as the decoder hands them over, for tests that start from a JSON file. */
final class SocialPayloads {

    private static final BigInteger LARGEST_EXACT = BigInteger.TWO.pow(53);
    private static final JsonMapper JSON = JsonMapper.shared();

    private SocialPayloads() {}

    static Mapping mapping(String name, String account) throws Exception {
        String expression = Files.readString(Path.of("mappings", name + ".jsonata"));
        return Mapping.compile(
                expression,
                new MappingContext("a-source", "a-channel", account, ZoneOffset.UTC, MappingContext.TIME_LIMIT));
    }

    /** One payload, or one for each element of an array; none where the file is no JSON. */
    static List<Object> of(Path file) {
        try {
            Object document = idsAsTexts(JSON.readValue(file, Object.class));
            return document instanceof List<?> list ? List.copyOf(list) : List.of(document);
        } catch (JacksonException noJson) {
            return List.of();
        }
    }

    private static Object idsAsTexts(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            object.forEach((name, field) -> copy.put(name, idsAsTexts(field)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SocialPayloads::idsAsTexts).toList();
        }
        boolean inexact = value instanceof Long || value instanceof BigInteger;
        return inexact && new BigInteger(value.toString()).abs().compareTo(LARGEST_EXACT) > 0
                ? value.toString()
                : value;
    }
}
