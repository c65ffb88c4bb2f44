package dev.tributary.decode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Builds maps and lists from one JSON document. No whole number ever passes through a double: it may be an id. */
final class JsonTree {

    private static final long LARGEST_EXACT = 1L << 53;
    private static final int LARGEST_SCALE = 400;

    private final JsonFactory factory;
    private final DecodeLimits limits;

    JsonTree(DecodeLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength((int) Math.min(limits.recordBytes(), Integer.MAX_VALUE))
                        .build())
                .build();
    }

    /** @param what the word for the record in a reason */
    Payload payload(long line, String what, Slice slice) {
        if (slice.tooLarge()) {
            return slice.refused(line, what);
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), slice.array(), 0, slice.length())) {
            Object content = parser.nextToken() == null ? null : value(parser);
            if (parser.nextToken() != null) {
                return Broken.unreadable(what + " " + line + " holds more than one JSON document; put each on its own")
                        .at(line);
            }
            return content == null
                    ? Broken.unreadable(what + " " + line + " is null or nothing; have the source leave it out")
                            .at(line)
                    : new Payload.Readable(line, content);
        } catch (JacksonException e) {
            return unreadable(line, what, slice, e);
        }
    }

    private Payload unreadable(long line, String what, Slice slice, JacksonException e) {
        String where = what + " " + line;
        if (e instanceof StreamConstraintsException) {
            return Broken.tooLarge(where + " is nested deeper than " + limits.depth()
                            + " levels or has an overlong name or number; have it sent flatter")
                    .at(line);
        }
        if (Text.strictly(StandardCharsets.UTF_8, slice.array(), slice.length()) == null) {
            return Broken.unreadable(where + " is not in the charset that was expected;"
                            + " save the file as UTF-8, or name its charset")
                    .at(line);
        }
        long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        return Broken.unreadable(where + " is not valid JSON" + (at < 0 ? "" : ", near its byte " + at)
                        + "; correct it, or have it exported again")
                .at(line);
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static List<@Nullable Object> list(JsonParser parser) {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    private static Object whole(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> parser.getIntValue();
            case LONG ->
                Math.abs(parser.getLongValue()) <= LARGEST_EXACT ? (Object) parser.getLongValue() : parser.getString();
            default -> parser.getString();
        };
    }

    /** A double where it is the same number, else the decimal; what no decimal can be calculated with stays text. */
    private static Object decimal(JsonParser parser) {
        BigDecimal exact = parser.getDecimalValue();
        if (Math.abs((long) exact.scale()) > LARGEST_SCALE) {
            return parser.getString();
        }
        double near = exact.doubleValue();
        return Double.isFinite(near) && new BigDecimal(Double.toString(near)).compareTo(exact) == 0
                ? (Object) near
                : exact;
    }
}
