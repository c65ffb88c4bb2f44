package dev.tributary.stage;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How canonical records are read from what a mapping returns. */
final class CanonicalJson {

    private CanonicalJson() {}

    /** A mapper that takes single values for lists, for JSONata unwraps lists of one, and refuses unknown fields. */
    static JsonMapper mapper(ZoneId zone) {
        return JsonMapper.builder()
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(new SimpleModule().addDeserializer(OffsetDateTime.class, new Time(zone)))
                .build();
    }

    private static final class Time extends StdDeserializer<OffsetDateTime> {

        private final ZoneId zone;

        Time(ZoneId zone) {
            super(OffsetDateTime.class);
            this.zone = zone;
        }

        @Override
        public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            if (text == null) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
            }
            try {
                return Timestamps.parse(text, zone);
            } catch (DateTimeException notATime) {
                return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, "***", "not a time");
            }
        }
    }
}
